import type { AudioHost, HostedAudio, HostProgress } from './audio-host.ts';
import type { AudioSource } from './audio-source.ts';

/**
 * How {@link hostAll} hosts several files.
 *
 * @example
 * ```ts
 * import type { HostAllOptions } from '@mountsea-suno/hosting';
 *
 * const options: Omit<HostAllOptions, 'host' | 'sources'> = {
 *   concurrency: 2,
 *   onEvent: (event) => process.stderr.write(`file ${event.index}: ${event.type}\n`),
 * };
 * ```
 */
export interface HostAllOptions {
  /** Where the files go. */
  readonly host: AudioHost;
  /** The files; the result keeps their order. */
  readonly sources: readonly AudioSource[];
  /** How many files are uploaded at once, default 3. A host may have limits of its own (`s3Host`: parts in memory across all files). */
  readonly concurrency?: number | undefined;
  /** Stops the uploads and deletes what was uploaded; the call then rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called for every step of every file. */
  readonly onEvent?: ((event: HostAllEvent) => void) | undefined;
}

/** What happened to one of the files of {@link hostAll}; `index` counts in the order of `sources`. */
export type HostAllEvent =
  | { readonly type: 'started'; readonly index: number }
  | ({ readonly type: 'progress'; readonly index: number } & HostProgress)
  | { readonly type: 'hosted'; readonly index: number; readonly audio: HostedAudio }
  | { readonly type: 'failed'; readonly index: number; readonly error: unknown };

/**
 * Hosts several files, a few at once, and all of them or none: when one fails, the others are stopped and what was uploaded is deleted again. The first
 * file is uploaded alone, so that a host which refuses everything is sent only one.
 *
 * @param options The host, the files, and the listener.
 * @returns The hosted files, in the order of `sources`. Rejects with the first failure, or with `signal.reason` after an abort.
 * @example
 * ```ts
 * import { type AudioHost, blobSource, hostAll } from '@mountsea-suno/hosting';
 *
 * const urls = async (host: AudioHost, files: readonly File[]) =>
 *   (await hostAll({ host, sources: files.map(blobSource) })).map(({ url }) => url);
 * ```
 */
export async function hostAll(options: HostAllOptions): Promise<HostedAudio[]> {
  const { host, sources, concurrency = 3, onEvent } = options;
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const hosted = new Map<number, HostedAudio>();
  const queue = sources.entries();

  const hostOne = async (index: number, source: AudioSource): Promise<void> => {
    signal.throwIfAborted();
    try {
      onEvent?.({ type: 'started', index });
      const onProgress = (progress: HostProgress): void => onEvent?.({ type: 'progress', index, ...progress });
      const audio = await host.put(source, { signal, onProgress });
      hosted.set(index, audio);
      onEvent?.({ type: 'hosted', index, audio });
    } catch (error) {
      const isFirst = !signal.aborted;
      stop.abort(error);
      if (isFirst) onEvent?.({ type: 'failed', index, error });
      throw error;
    }
  };
  const work = async (): Promise<void> => {
    for (const [index, source] of queue) await hostOne(index, source);
  };
  const workAll = async (): Promise<void> => {
    for (const [index, source] of queue) {
      // The first file is uploaded alone: when the host refuses it, the others are not begun.
      await hostOne(index, source);
      await Promise.allSettled(Array.from({ length: Math.max(1, concurrency) }, work));
    }
  };

  await workAll().catch(() => undefined);
  if (!signal.aborted) return sources.flatMap((_, index) => hosted.get(index) ?? []);
  await Promise.allSettled([...hosted.values()].map(({ ref }) => host.remove(ref, { signal: AbortSignal.timeout(5_000) })));
  throw options.signal?.aborted ? options.signal.reason : stop.signal.reason;
}
