import type { Clock } from '@mountsea-suno/client';
import { urlWithoutSecrets } from '@mountsea-suno/internal';
import { untrustedText } from '../errors/problem.ts';
import { audioFormat } from './audio-format.ts';

/** What the beginning of a file shows: a problem, as the end of a sentence, or a fingerprint of its content. */
export type Probe = { problem: string } | { fingerprint: string };

interface ProbeOptions {
  fetch: typeof fetch;
  clock: Clock;
  /** How long one attempt may take, all its redirects included. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  /** Whether the host of a URL may be connected to. It is asked before each connection, also after a redirect. */
  isAllowed(url: URL): Promise<boolean>;
}

/** How much of a file is read and compared. Two songs may have the same headers, but hardly the same first seconds. */
const PROBE_BYTES = 65_536;
const MAX_ATTEMPTS = 2;
const MAX_REDIRECTS = 5;

/** Reads the first 64 KiB of a file by a ranged GET. A server that ignores the range is cut off there. Redirects are followed one by one. */
export async function probeAudio(url: string, options: ProbeOptions): Promise<Probe> {
  for (let attempt = 1; ; attempt++) {
    const result = await withTimeout(options, (signal) => readBeginning(new URL(url), signal, options));
    if (!('retryable' in result) || attempt === MAX_ATTEMPTS) return result;
  }
}

type Result = Probe | { problem: string; retryable: true };

/** Runs one attempt. It is aborted when it takes too long, and its connection is closed when it ends. */
async function withTimeout(
  { clock, timeoutMs, signal }: ProbeOptions,
  attempt: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  signal?.throwIfAborted();
  const control = new AbortController();
  const stop = (): void => control.abort(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  const timer = new AbortController();
  clock.sleep(timeoutMs, timer.signal).then(
    () => control.abort(new Error('it did not answer in time')),
    () => {},
  );
  const aborted = new Promise<never>((_, reject) => {
    control.signal.addEventListener('abort', () => reject(control.signal.reason), { once: true });
  });
  try {
    return await Promise.race([attempt(control.signal), aborted]);
  } catch (error) {
    signal?.throwIfAborted();
    const reason: unknown = control.signal.aborted ? control.signal.reason : error;
    return {
      problem: `cannot be read: ${untrustedText(reason instanceof Error ? reason.message : String(reason))}`,
      retryable: true,
    };
  } finally {
    timer.abort();
    signal?.removeEventListener('abort', stop);
    control.abort();
  }
}

async function readBeginning(first: URL, signal: AbortSignal, { fetch, isAllowed }: ProbeOptions): Promise<Result> {
  if (!(await isAllowed(first))) return { problem: 'is not reachable from the internet' };
  const headers = { range: `bytes=0-${PROBE_BYTES - 1}` };
  let url = first;
  for (let redirects = 0; ; redirects++) {
    const response = await fetch(url.href, { headers, redirect: 'manual', signal });
    const target = redirectOf(response, url);
    if (target === undefined) return response.ok ? examine(response) : failureOf(response);
    response.body?.cancel().catch(() => {});
    if (target === 'hidden')
      return { problem: 'redirects, and this platform does not show where to: give the URL that it redirects to' };
    const shown = untrustedText(urlWithoutSecrets(target.href));
    if (!/^https?:$/.test(target.protocol)) return { problem: `redirects to ${shown}, which is not an http or https URL` };
    if (!(await isAllowed(target))) return { problem: `redirects to ${shown}, which is not reachable from the internet` };
    if (redirects === MAX_REDIRECTS) return { problem: `redirects more than ${MAX_REDIRECTS} times` };
    url = target;
  }
}

/** Where a response redirects to, if it does. A `fetch` that has followed a redirect by itself shows it by the URL of its response. */
function redirectOf({ status, headers, type, url }: Response, asked: URL): URL | 'hidden' | undefined {
  if (type === 'opaqueredirect') return 'hidden';
  const location = headers.get('location');
  if ([301, 302, 303, 307, 308].includes(status) && location !== null && URL.canParse(location, asked))
    return new URL(location, asked);
  if (!URL.canParse(url)) return undefined;
  const answered = new URL(url);
  answered.hash = asked.hash; // A response never names the fragment.
  return answered.href === asked.href ? undefined : answered;
}

function failureOf({ status }: Response): Result {
  const problem = `answers with HTTP ${status}`;
  return status >= 500 ? { problem, retryable: true } : { problem };
}

async function examine(response: Response): Promise<Result> {
  const bytes = await firstBytes(response);
  if (!audioFormat(bytes)) return { problem: 'is not audio of a known format, judging by its first bytes' };
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1] ?? response.headers.get('content-length') ?? '';
  return { fingerprint: `${total}:${digest.join('.')}` };
}

async function firstBytes(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(PROBE_BYTES);
  const reader = response.body?.getReader();
  let filled = 0;
  while (reader && filled < PROBE_BYTES) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes.set(value.subarray(0, PROBE_BYTES - filled), filled);
    filled += Math.min(value.length, PROBE_BYTES - filled);
  }
  reader?.cancel().catch(() => {});
  return bytes.slice(0, filled);
}
