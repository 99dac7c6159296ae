/** Codes of Node and undici for a connection that never came to be, so that no byte of the request can have left. */
const neverConnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|UNSUPPORTED_PROTOCOL|\w+_ALERT_(HANDSHAKE_FAILURE|PROTOCOL_VERSION)))$/;

/** Bun's names for the same. */
const neverConnectedInBun = /^(ConnectionRefused|FailedToOpenSocket)$/;

type Failure = { code?: unknown; syscall?: unknown; cause?: unknown; errors?: unknown } | null | undefined;

/** Whether a failed `fetch` may have reached the server. `no` only when it is certain that it has not. */
export function wasSent(error: unknown): 'no' | 'maybe' {
  return isUnsent(error as Failure, 0) ? 'no' : 'maybe';
}

function isUnsent(error: Failure, depth: number): boolean {
  if (typeof error !== 'object' || error === null || depth > 3) return false;
  const { code, syscall, cause, errors } = error;
  // Several addresses of one host were tried: all of them must have failed so.
  if (Array.isArray(errors) && errors.length > 0) return errors.every((item) => isUnsent(item as Failure, depth + 1));
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
  if (typeof code === 'string' && (neverConnected.test(code) || neverConnectedInBun.test(code))) return true;
  return isUnsent(cause as Failure, depth + 1);
}
