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
  /** The files; the answer keeps their order. */
  readonly sources: readonly AudioSource[];
  /** Files at once, default 3. A host has limits of its own on top of it (`s3Host`: parts in memory across all files). */
  readonly concurrency?: number;
  /** Stops the upload and takes down what is up; the call rejects with its reason. */
  readonly signal?: AbortSignal;
  /** Told of every step of every file. */
  readonly onEvent?: (event: HostAllEvent) => void;
}

/**
 * What happened to one of the files of {@link hostAll}; `index` counts in the order of `sources`.
 *
 * @example
 * ```ts
 * import type { HostAllEvent } from '@mountsea-suno/hosting';
 *
 * const line = (event: HostAllEvent) => (event.type === 'progress' ? `${event.index}: ${event.sentBytes} bytes` : `${event.index}: ${event.type}`);
 * if (line({ type: 'started', index: 0 }) !== '0: started') throw new Error('line');
 * ```
 */
export type HostAllEvent =
  | { readonly type: 'started'; readonly index: number }
  | ({ readonly type: 'progress'; readonly index: number } & HostProgress)
  | { readonly type: 'hosted'; readonly index: number; readonly audio: HostedAudio }
  | { readonly type: 'failed'; readonly index: number; readonly error: unknown };

/**
 * Hosts several files, a few at once; all of them or none: when one fails, the others are stopped and what is up is taken down again. The first goes
 * alone, so that a host which takes none is told from one file.
 *
 * @param options The host, the files, and what to tell meanwhile.
 * @returns What is up, in the order of `sources`. Rejects with the first failure, or with `signal.reason` after an abort.
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
      // The first one alone: where the host takes none, the others are not begun.
      await hostOne(index, source);
      await Promise.allSettled(Array.from({ length: Math.max(1, concurrency) }, work));
    }
  };

  await workAll().catch(() => undefined);
  if (!signal.aborted) return sources.flatMap((_, index) => hosted.get(index) ?? []);
  await Promise.allSettled([...hosted.values()].map(({ ref }) => host.remove(ref, { signal: AbortSignal.timeout(5_000) })));
  throw options.signal?.aborted ? options.signal.reason : stop.signal.reason;
}
