import { printableText, withoutUrlSecrets } from '@mountsea-suno/internal';

/** What stands in place of a secret. */
export const redacted = '[redacted]';

/** Text with the secret taken out, even if the text was cut in the middle of it. */
export function redact(text: string, secret: string): string {
  if (secret === '') return text;
  const safe = text.replaceAll(secret, redacted);
  let end = secret.length - 1;
  while (end > 3 && !safe.endsWith(secret.slice(0, end))) end--;
  return end > 3 ? safe.slice(0, -end) + redacted : safe;
}

/** Text of a server made fit to be shown: one line of at most 500 characters, without control characters, the secret, and the secrets of URLs. */
export function printable(text: string, secret: string): string {
  return printableText(withoutUrlSecrets(redact(text.slice(0, maxSearchedLength), secret)));
}

/** Longer texts are cut to this many characters before they are searched. */
const maxSearchedLength = 20_000;

/** Names of headers, fields and parameters that may hold a secret. */
export const secretName: RegExp = /authorization|cookie|key|token|secret|signature|credential|password/i;

/** A URL of the API without the values of parameters that may hold a secret. */
export function redactUrl(url: string): string {
  return url.replace(/([?&])([^=&#]+)=([^&#]*)/g, (all, mark: string, name: string) =>
    secretName.test(name) ? `${mark}${name}=${redacted}` : all,
  );
}

/** The value of a JSON text; `undefined` when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
