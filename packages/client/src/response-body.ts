import { withoutUrlSecrets } from '@mountsea-suno/internal';
import { parseJson, redact, redacted } from './redact.ts';

/** The body of a response is too large to be read or nested too deeply to be parsed. The message says which. */
export class OutOfBoundsError extends Error {
  override name = 'OutOfBoundsError';
}

/** A shorter key could be part of any word, so taking it out would garble ordinary texts. */
const minSecretLength = 8;

/** Values that are nested more deeply could exhaust the stack of the code that walks them. */
const maxNesting = 200;

/** A body after reading: its text, and its JSON (`undefined` when it is not JSON), both without the secret. */
export interface ResponseBody {
  readonly text: string;
  readonly json: unknown;
}

/** The text of a response of at most `maxBytes` bytes after decompression. Throws an {@link OutOfBoundsError} as soon as it is larger. */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  const { headers, body } = response;
  const declared = Number(headers.get('content-length') ?? Number.NaN);
  if (declared > maxBytes) {
    await body?.cancel().catch(() => {});
    throw tooLarge(maxBytes);
  }
  if (declared === 0) return '';
  // An uncompressed body has exactly its declared length, so no counting is needed, and reading it as a whole is faster.
  if (body === null || (declared >= 0 && headers.get('content-encoding') === null)) return response.text();
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel().catch(() => {});
      throw tooLarge(maxBytes);
    }
    text += decoder.decode(value, { stream: true });
  }
}

function tooLarge(maxBytes: number): OutOfBoundsError {
  return new OutOfBoundsError(`the response is larger than ${maxBytes} bytes, see maxResponseBytes`);
}

/** Parses the text of a response and takes the secret (of 8 characters or more) out of every string in it. Throws an {@link OutOfBoundsError} when it is nested too deeply. */
export function parseBody(text: string, secret: string): ResponseBody {
  if (isTooDeep(text)) throw new OutOfBoundsError(`the response is nested more than ${maxNesting} levels deep`);
  const json = parseJson(text);
  if (secret.length < minSecretLength) return { text, json };
  // JSON may spell any character as an escape, so it is written anew before it is searched.
  const plain = json !== undefined && text.includes('\\') ? JSON.stringify(json) : text;
  if (!plain.includes(secret)) return { text, json };
  const safe = plain.replaceAll(secret, redacted);
  return { text: safe, json: parseJson(safe) };
}

/** Whether brackets outside of strings are nested more than 200 deep. It works without recursion, before anything is parsed. */
function isTooDeep(text: string): boolean {
  if (text.length <= maxNesting) return false;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x5c: // A backslash escapes the character after it.
        if (inString) at++;
        break;
      case 0x22:
        inString = !inString;
        break;
      case 0x5b:
      case 0x7b:
        if (!inString && ++depth > maxNesting) return true;
        break;
      case 0x5d:
      case 0x7d:
        if (!inString) depth--;
        break;
    }
  }
  return false;
}

/** A body as an error keeps it: at most 2,000 characters, without the secrets of URLs. JSON that is longer is kept as text. */
export function bodyExcerpt({ text, json }: ResponseBody, secret: string): unknown {
  const whole = json === undefined ? text : JSON.stringify(json);
  const safe = withoutUrlSecrets(redact(whole.slice(0, 2_000), secret));
  return parseJson(safe) ?? (safe || undefined);
}
