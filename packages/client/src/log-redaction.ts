import { parseJson, withoutUrlSecrets } from './redact.ts';

const secretName = /authorization|cookie|key|token|secret|signature|credential|password/i;
const hidden = '[redacted]';
const maxLength = 2_000;

/** Headers without the values of those that may hold a secret. */
export function redactHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, secretName.test(name) ? hidden : value]));
}

/** A URL of the API without the values of parameters that may hold a secret. */
export function redactUrl(url: string): string {
  return url.replace(/([?&])([^=&#]+)=([^&#]*)/g, (all, mark: string, name: string) =>
    secretName.test(name) ? `${mark}${name}=${hidden}` : all,
  );
}

/** A body for the log: cut, with secret fields hidden and without the queries of the URLs in it, which may be presigned. */
export function redactBody(text: string): unknown {
  if (text === '') return undefined;
  const value = parseJson(text);
  if (value === undefined) return withoutUrlSecrets(text.slice(0, maxLength));
  const safe = JSON.stringify(value, (name, it: unknown) => {
    if (name !== '' && secretName.test(name) && typeof it === 'string') return hidden;
    return typeof it === 'string' ? withoutUrlSecrets(it.slice(0, maxLength)) : it;
  });
  return safe.length <= maxLength ? parseJson(safe) : safe.slice(0, maxLength);
}
