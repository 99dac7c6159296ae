const maxLength = 2_000;

/** Text with the secret taken out, in its plain and its JSON-escaped spelling. */
export function redact(text: string, secret: string): string {
  if (secret === '') return text;
  return text.replaceAll(secret, '[redacted]').replaceAll(JSON.stringify(secret).slice(1, -1), '[redacted]');
}

/** Text of a server made fit to be shown on one line: no control characters, no secret, not longer than 500 characters. */
export function plainText(text: string, secret: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
  return redact(text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, ' '), secret)
    .slice(0, 500)
    .trim();
}

/** The body of an answer as an error keeps it: JSON when it is short enough to stay whole, else the beginning of the text. */
export function boundedBody(text: string, secret: string): unknown {
  if (text === '') return undefined;
  const value = parseJson(text);
  // Written anew, so that an escaped spelling of the secret is found too.
  const safe = redact(value === undefined ? text : JSON.stringify(value), secret);
  return safe.length <= maxLength ? (parseJson(safe) ?? safe) : safe.slice(0, maxLength);
}

/** The value of a JSON text; `undefined` when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is worth keeping of an error from below: its name, message and code, and those of its cause. Not its sockets and bytes. */
export function summarize(error: unknown, secret: string, depth = 0): Error {
  const { name, message, code, cause } = (typeof error === 'object' && error !== null ? error : { message: error }) as {
    [key: string]: unknown;
  };
  const summary: Error & { code?: string } = new Error(plainText(String(message ?? ''), secret));
  summary.name = plainText(String(name ?? 'Error'), secret);
  if (typeof code === 'string') summary.code = plainText(code, secret);
  if (cause && depth < 3) summary.cause = summarize(cause, secret, depth + 1);
  return summary;
}
