import { createHash } from 'node:crypto';
import type { AudioSource } from '../audio-source.ts';
import { HostingError } from '../hosting-error.ts';
import type { PartPool } from './part-pool.ts';

/** One part of a file, in a buffer of the pool. */
export interface Part {
  /** Counted from 1. */
  readonly number: number;
  readonly bytes: Buffer;
  readonly md5: string;
  readonly sha256: string;
  /** Size and hash of the whole file. Only the last part has them. */
  readonly whole?: WholeFile;
  /** Returns the buffer to the pool. Whoever was given the part has to call it; calling it again does nothing. */
  release(): void;
}

/** The size and the hash of all parts together. */
export interface WholeFile {
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** S3 does not take more parts for one object. */
const maxParts = 10_000;

/**
 * Reads a source once, from start to end, into parts of the pool's size. Before it yields the last part, it checks the whole against the size and the
 * hash that the source gives, so that an upload which differs is never completed.
 */
export async function* readParts(source: AudioSource, pool: PartPool, signal: AbortSignal): AsyncGenerator<Part, void, void> {
  const whole = createHash('sha256');
  let sizeBytes = 0;
  const chunks = source.open()[Symbol.asyncIterator]();
  const nextChunk = async (): Promise<Uint8Array | undefined> => {
    for (;;) {
      const { done, value } = await orAbort(chunks.next(), signal).catch((cause: unknown) => {
        signal.throwIfAborted();
        throw new HostingError('source_unreadable', `${titleOf(source)} cannot be read.`, { cause });
      });
      if (done) return undefined;
      if (value.length > 0) return value;
    }
  };
  try {
    let rest = await nextChunk();
    if (!rest) throw new HostingError('source_empty', `${titleOf(source)} has no bytes.`);
    for (let number = 1; rest; number++) {
      if (number > maxParts) throw new HostingError('source_too_large', `${titleOf(source)} needs more than ${maxParts} parts.`);
      const buffer = await pool.acquire(signal);
      let [isGiven, isReleased] = [false, false];
      const release = (): void => {
        if (!isReleased) pool.release(buffer);
        isReleased = true;
      };
      try {
        const [md5, sha256] = [createHash('md5'), createHash('sha256')];
        let length = 0;
        while (rest && length < buffer.length) {
          const piece: Uint8Array = rest.subarray(0, buffer.length - length);
          buffer.set(piece, length);
          for (const hash of [md5, sha256, whole]) hash.update(piece);
          length += piece.length;
          rest = piece.length < rest.length ? rest.subarray(piece.length) : await nextChunk();
        }
        sizeBytes += length;
        const part = { number, bytes: buffer.subarray(0, length), md5: md5.digest('hex'), sha256: sha256.digest('hex'), release };
        const end = rest ? undefined : { sizeBytes, sha256: whole.digest('hex') };
        if (end) checkWhole(source, end);
        isGiven = true;
        yield end ? { ...part, whole: end } : part;
      } finally {
        if (!isGiven) release();
      }
    }
  } finally {
    // This is not awaited, because a source that hangs would delay the abort.
    void chunks.return?.().catch(() => undefined);
  }
}

function checkWhole(source: AudioSource, is: WholeFile): void {
  const hasSize = source.sizeBytes === undefined || source.sizeBytes === is.sizeBytes;
  const hasHash = source.sha256 === undefined || source.sha256 === is.sha256;
  if (!hasSize || !hasHash) {
    throw new HostingError('source_changed', `${titleOf(source)} has changed since it was checked.`);
  }
}

function titleOf(source: AudioSource): string {
  return source.name ?? 'The file';
}

/** Waits for the promise, or rejects with `signal.reason` as soon as the signal aborts; leaves no listener behind. */
async function orAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
