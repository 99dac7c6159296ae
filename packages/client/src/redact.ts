const hidden = '[redacted]';

/**
 * Text with the secret taken out, also where the text breaks off within it. A key holds neither quotes nor backslashes, so JSON spells
 * it as it is.
 */
export function redact(text: string, secret: string): string {
  if (secret === '') return text;
  const safe = text.replaceAll(secret, hidden);
  let end = secret.length - 1;
  while (end > 3 && !safe.endsWith(secret.slice(0, end))) end--;
  return end > 3 ? safe.slice(0, -end) + hidden : safe;
}

// An escape sequence goes as a whole: without its first character the rest of it would read as text.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const controls = /(\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*\u0007?|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text of a server made fit to be shown on one line: no control characters, no secret, at most 500 characters. */
export function plainText(text: string, secret: string): string {
  const line = text.replace(controls, ' ').replace(/ +/g, ' ');
  return withoutUrlSecrets(redact(line, secret).slice(0, 500)).trim();
}

/**
 * Text without what the URLs in it may hold of secrets: user and query, as of a presigned one. Knows JSON's escaped slashes and
 * ampersands. Its time grows with the square of the text, so cut that first.
 */
export function withoutUrlSecrets(text: string): string {
  return text.replace(/(https?:[\\/]+)[^\s/@"']+@/gi, '$1').replace(/(https?:[^\s"'?#]+)[?#](\\?[^\s"'\\])*/gi, `$1?${hidden}`);
}

/** The body of an answer as an error keeps it, cut to 2,000 characters. `json` is its value, `undefined` when it is no JSON. */
export function boundedBody(text: string, json: unknown, secret: string): unknown {
  // JSON is written anew, so that an escaped spelling of the secret is found too.
  const safe = withoutUrlSecrets(redact(json === undefined ? text : JSON.stringify(json), secret).slice(0, 2_000));
  return parseJson(safe) ?? (safe || undefined);
}

/** The value of a JSON text; `undefined` when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
