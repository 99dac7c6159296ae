import type { Clock } from '@mountsea-suno/client';
import { plain } from '../text/plain.ts';
import { audioFormat } from './audio-format.ts';

/** What the beginning of a file tells. */
export type Probe = { problem: string } | { fingerprint: string; finalUrl: string };

interface ProbeOptions {
  fetch: typeof fetch;
  clock: Clock;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

/** So much of a file is compared. The first seconds of two songs are alike more rarely than their headers. */
const PROBE_BYTES = 65_536;
const TRIES = 2;

/** Reads the first 64 KiB of a file by a ranged GET. A server that knows no ranges is cut off there. */
export async function probeAudio(url: string, options: ProbeOptions): Promise<Probe> {
  let problem = '';
  for (let tries = 0; tries < TRIES; tries++) {
    options.signal?.throwIfAborted();
    const control = new AbortController();
    const stop = (): void => control.abort(options.signal?.reason);
    options.signal?.addEventListener('abort', stop, { once: true });
    const over = new AbortController();
    options.clock.sleep(options.timeoutMs, over.signal).then(
      () => control.abort(new Error('it did not answer in time')),
      () => {},
    );
    try {
      const response = await options.fetch(url, { headers: { range: `bytes=0-${PROBE_BYTES - 1}` }, signal: control.signal });
      const bytes = response.ok ? await beginning(response) : new Uint8Array();
      control.abort();
      if (response.ok)
        return audioFormat(bytes)
          ? await found(response, bytes, url)
          : { problem: 'is no audio that is known by its first bytes' };
      problem = `answers with HTTP ${response.status}`;
      if (response.status < 500) break;
    } catch (error) {
      options.signal?.throwIfAborted();
      const reason = control.signal.aborted ? control.signal.reason : error;
      problem = `cannot be read: ${plain(reason instanceof Error ? reason.message : String(reason))}`;
    } finally {
      over.abort();
      options.signal?.removeEventListener('abort', stop);
    }
  }
  return { problem };
}

async function found(response: Response, bytes: Uint8Array<ArrayBuffer>, url: string): Promise<Probe> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1] ?? response.headers.get('content-length') ?? '';
  return { fingerprint: `${total}:${digest.join('.')}`, finalUrl: response.url || url };
}

async function beginning(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(PROBE_BYTES);
  const reader = response.body?.getReader();
  let filled = 0;
  while (reader && filled < PROBE_BYTES) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes.set(value.subarray(0, PROBE_BYTES - filled), filled);
    filled += Math.min(value.length, PROBE_BYTES - filled);
  }
  return bytes.slice(0, filled);
}
