import { withoutQuery } from '../text/without-query.ts';
import { isPublicHost } from './is-public-host.ts';
import type { PreflightCheck, PreflightInput, PreflightReport } from './preflight-check.ts';
import { type Probe, probeAudio } from './probe-audio.ts';

/**
 * How the checks before the start are made.
 *
 * @example
 * ```ts
 * import type { PreflightOptions } from '@mountsea-suno/workflow';
 * import { resolveHost } from '@mountsea-suno/workflow/node';
 *
 * const options: PreflightOptions = { resolve: resolveHost, timeoutMs: 10_000 };
 * console.log(options.timeoutMs);
 * ```
 */
export interface PreflightOptions {
  /** Reads the files. Default: the platform's `fetch`. The API key is never given to it. */
  fetch?: typeof fetch;
  /** The addresses of a host name, to find names that lead into a private network; `resolveHost` of `./node` is one. Default: names are not resolved. */
  resolve?: (hostname: string) => Promise<readonly string[]>;
  /** How long one file may take to answer, in milliseconds. Default: 20 seconds. */
  timeoutMs?: number;
}

const CREATE_CREDITS = 100;
const TIMEOUT_MS = 20_000;
/** How many files are read at once. */
const CONCURRENCY = 4;

/**
 * Makes the checks that save money: 100 credits are there (where the usage API can tell), each URL is public and answers with audio (MP3, WAV, FLAC, OGG,
 * M4A, AAC by the first bytes), and no two are the same recording. With a client of a local API, local URLs are fine.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { createPreflight, startTraining } from '@mountsea-suno/workflow';
 *
 * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `http://192.168.1.4/${n}.mp3`);
 * const client = createClient({ baseUrl: 'https://api.example.com' });
 * const start = startTraining({ client, name: 'v6Pro', audioUrls, preflight: createPreflight({ timeoutMs: 1000 }) });
 * await start.catch((error) => console.log(error.code, error.problems[0])); // invalid_input … is not reachable from the internet
 * ```
 */
export function createPreflight(options: PreflightOptions = {}): PreflightCheck {
  return async (input) => {
    const [credits, files] = await Promise.all([checkCredits(input), checkFiles(input, options)]);
    return { problems: [...credits.problems, ...files], warnings: credits.warnings };
  };
}

async function checkCredits({ client, signal }: PreflightInput): Promise<PreflightReport> {
  try {
    const { credits } = await client.usage.credits(signal && { signal });
    if (credits >= CREATE_CREDITS) return { problems: [], warnings: [] };
    return { problems: [`The account has ${credits} credits, and a training costs ${CREATE_CREDITS}.`], warnings: [] };
  } catch (error) {
    signal?.throwIfAborted();
    const message = `It could not be checked that the credits suffice: ${error instanceof Error ? error.message : String(error)}`;
    return { problems: [], warnings: [{ code: 'credits_unavailable', message }] };
  }
}

async function checkFiles(input: PreflightInput, options: PreflightOptions): Promise<string[]> {
  const { audioUrls } = input;
  const probes: Probe[] = [];
  const queue = audioUrls.entries();
  const work = async (): Promise<void> => {
    for (const [index, url] of queue) probes[index] = await checkFile(url, input, options);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  const seen = new Map<string, number>();
  return probes.flatMap((probe, index) => {
    const which = `Audio file ${index + 1} (${withoutQuery(audioUrls[index] ?? '')})`;
    if ('problem' in probe) return [`${which} ${probe.problem}.`];
    const first = seen.get(probe.fingerprint);
    seen.set(probe.fingerprint, first ?? index);
    return first === undefined ? [] : [`${which} has the same content as file ${first + 1}.`];
  });
}

async function checkFile(url: string, input: PreflightInput, options: PreflightOptions): Promise<Probe> {
  const { clock, signal, client } = input;
  const local = !isPublicHost(new URL(client.baseUrl).hostname);
  const isReachable = async (address: string): Promise<boolean> => {
    const { hostname } = new URL(address);
    if (local) return true;
    if (!isPublicHost(hostname)) return false;
    // A name that does not resolve is told by the request.
    const addresses = (await options.resolve?.(hostname).catch(() => [])) ?? [];
    return addresses.every(isPublicHost);
  };
  if (!(await isReachable(url))) return { problem: 'is not reachable from the internet' };
  const probe = await probeAudio(url, {
    fetch: options.fetch ?? fetch,
    clock,
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    signal,
  });
  if ('finalUrl' in probe && !(await isReachable(probe.finalUrl)))
    return { problem: 'leads to an address that is not reachable from the internet' };
  return probe;
}
