import { plainText } from './redact.ts';

/** Codes of Node, undici and Bun for a connection that never came to be, so that no byte of the request can have left. */
const neverConnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_|UND_ERR_CONNECT_|CERT_|ERR_TLS_CERT_|ERR_SSL_.*(VERSION|HANDSHAKE_F)|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|ConnectionRefused)/;

type Link = { message?: unknown; code?: unknown; syscall?: unknown; cause?: unknown; errors?: Link[] };

/** Whether a failed `fetch` may have reached the server: not so only when it is certain that it has not. */
export function wasSent(error: unknown): boolean {
  return !chain(error).some(({ code, syscall, message, errors }) =>
    errors
      ? // Where several addresses of a host were tried, all of them must have failed so.
        !errors.some(wasSent)
      : /^(connect|getaddrinfo)$/.test(`${syscall}`) || neverConnected.test(`${code}`) || /before secure TLS/.test(`${message}`),
  );
}

/** What is worth keeping of an error from below: its messages and its code. Not its sockets and bytes, which may hold the key. */
export function summarize(error: unknown, secret: string): Error {
  const links = chain(error);
  const code = links.find((it) => typeof it.code === 'string')?.code;
  const summary = new Error(plainText(links.map(({ message }) => message).join(': '), secret));
  return code ? Object.assign(summary, { code: plainText(`${code}`, secret) }) : summary;
}

/** An error and its causes. */
function chain(error: unknown): Link[] {
  const links: Link[] = [];
  for (let link = error; typeof link === 'object' && link && links.length < 5; link = (link as Link).cause) links.push(link);
  return links;
}
