import { urlWithoutSecrets } from '@mountsea-suno/internal';
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
  /**
   * Reads the files; it is never given the API key. It must not follow a redirect when asked for `redirect: 'manual'`. Default: the platform's `fetch`.
   */
  fetch?: typeof fetch | undefined;
  /** Gives the addresses of a host name, to find names that lead into a private network, such as `resolveHost` of `./node`. Default: no name is resolved. */
  resolve?: ((hostname: string) => Promise<readonly string[]>) | undefined;
  /** How long one file may take to answer, its redirects included, in milliseconds. Default: 20 seconds. */
  timeoutMs?: number | undefined;
}

const CREATE_CREDITS = 100;
const TIMEOUT_MS = 20_000;
/** How many files are read at once. */
const CONCURRENCY = 4;

/**
 * Makes the checks that save money. The account has 100 credits (where the usage API can be asked), each URL is public and answers with audio (MP3, WAV,
 * FLAC, OGG, M4A or AAC, judging by the first bytes), and no two files have the same content. Up to five redirects are followed, and each host is checked
 * before it is connected to. If the client calls a local API, local URLs pass. A browser does not show where a redirect leads, so a redirect is a
 * problem there.
 *
 * With `resolve`, the addresses of a name are checked too. But `fetch` resolves the name once more, and a name server can give it another address.
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
    const message = `It could not be checked whether there are enough credits: ${error instanceof Error ? error.message : String(error)}`;
    return { problems: [], warnings: [{ code: 'credits_unavailable', message }] };
  }
}

async function checkFiles(input: PreflightInput, options: PreflightOptions): Promise<string[]> {
  const { audioUrls, clock, signal } = input;
  const isAllowed = hostCheck(input, options);
  const { fetch = globalThis.fetch, timeoutMs = TIMEOUT_MS } = options;
  const probes: Probe[] = [];
  const queue = audioUrls.entries();
  const work = async (): Promise<void> => {
    for (const [index, url] of queue) probes[index] = await probeAudio(url, { fetch, clock, timeoutMs, signal, isAllowed });
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  const seen = new Map<string, number>();
  return probes.flatMap((probe, index) => {
    const file = `Audio file ${index + 1} (${urlWithoutSecrets(audioUrls[index] ?? '')})`;
    if ('problem' in probe) return [`${file} ${probe.problem}.`];
    const first = seen.get(probe.fingerprint);
    seen.set(probe.fingerprint, first ?? index);
    return first === undefined ? [] : [`${file} has the same content as file ${first + 1}.`];
  });
}

/** Says whether a URL's host may be connected to. A client of a local API may use any host. */
function hostCheck({ client }: PreflightInput, { resolve }: PreflightOptions): (url: URL) => Promise<boolean> {
  if (!isPublicHost(new URL(client.baseUrl).hostname)) return async () => true;
  return async ({ hostname }) => {
    if (!isPublicHost(hostname)) return false;
    // A name that does not resolve is left to the request, which says why.
    const addresses = (await resolve?.(hostname).catch(() => [])) ?? [];
    return addresses.every(isPublicHost);
  };
}
