import { printable } from './redact.ts';

/** How long the server asks to wait, in milliseconds: `retry-after-ms`, or `Retry-After` in seconds or as a date. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const ms = readNumber(headers.get('retry-after-ms'));
  if (ms !== undefined) return ms;
  const value = headers.get('retry-after');
  const seconds = readNumber(value);
  if (seconds !== undefined) return seconds * 1000;
  const at = readDate(value);
  return at === undefined ? undefined : Math.max(0, at - (serverTime(headers) ?? now));
}

/** The server's clock: its `Date` header, in milliseconds since the epoch. */
export function serverTime(headers: Headers): number | undefined {
  return readDate(headers.get('date'));
}

/** What the headers say of a response: the server's time, and the server's id of the request in printable form. */
export function headerFacts(headers: Headers, secret: string): { serverTime: number | undefined; requestId: string | undefined } {
  return { serverTime: serverTime(headers), requestId: printable(headers.get('x-request-id') ?? '', secret) || undefined };
}

function readNumber(value: string | null): number | undefined {
  return value && /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

/** An HTTP date. It begins with the name of the day. */
function readDate(value: string | null): number | undefined {
  return value && /^[a-z]/i.test(value) ? Date.parse(value) || undefined : undefined;
}
