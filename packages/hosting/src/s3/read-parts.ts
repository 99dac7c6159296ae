import { createHash } from 'node:crypto';
import type { AudioSource } from '../audio-source.ts';
import { HostingError } from '../hosting-error.ts';
import { orAbort } from './or-abort.ts';
import type { PartPool } from './part-pool.ts';

/** One part of a file, in a buffer of the pool. */
export interface Part {
  /** From 1. */
  readonly number: number;
  readonly bytes: Buffer;
  readonly md5: string;
  readonly sha256: string;
  /** Set on the last part: what the whole file was. */
  readonly whole?: WholeFile;
  /** Gives the buffer back; whoever gets the part calls it, once or more. */
  release(): void;
}

export interface WholeFile {
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** Most parts that S3 puts together. */
const maxParts = 10_000;

/**
 * Reads a source once, from start to end, into parts of the pool's size. The whole is checked against what the source says of itself before
 * the last part is given, so nothing is completed that differs.
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
    // Not awaited: a source that hangs would hold up the abort.
    void chunks.return?.().catch(() => undefined);
  }
}

function checkWhole(source: AudioSource, is: WholeFile): void {
  const hasSize = source.sizeBytes === undefined || source.sizeBytes === is.sizeBytes;
  const hasHash = source.sha256 === undefined || source.sha256 === is.sha256;
  if (!hasSize || !hasHash) {
    throw new HostingError('source_changed', `${titleOf(source)} is not what it was when it was looked at.`);
  }
}

function titleOf(source: AudioSource): string {
  return source.name ?? 'The file';
}
