/** Buffers of one size, so many and no more: what bounds the memory of all uploads of a host together. */
export interface PartPool {
  /** Waits for a free buffer; rejects with `signal.reason`. */
  acquire(signal: AbortSignal): Promise<Buffer>;
  release(buffer: Buffer): void;
}

export function partPool(partSizeBytes: number, limit: number): PartPool {
  const free: Buffer[] = [];
  const waiting: ((buffer: Buffer) => void)[] = [];
  let used = 0;

  const acquire = (signal: AbortSignal): Promise<Buffer> => {
    if (signal.aborted) return Promise.reject(signal.reason);
    if (used < limit) {
      used++;
      return Promise.resolve(free.pop() ?? Buffer.allocUnsafeSlow(partSizeBytes));
    }
    return new Promise((resolve, reject) => {
      const take = (buffer: Buffer): void => {
        signal.removeEventListener('abort', giveUp);
        resolve(buffer);
      };
      const giveUp = (): void => {
        waiting.splice(waiting.indexOf(take), 1);
        reject(signal.reason);
      };
      waiting.push(take);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  };

  const release = (buffer: Buffer): void => {
    const take = waiting.shift();
    if (take) take(buffer);
    else if (--used > 0) free.push(buffer);
    // Nobody uploads: let the memory go.
    else for (const unused of [buffer, ...free.splice(0)]) giveBack(unused);
  };

  return { acquire, release };
}

/** At once where the engine can (Node 22 and later), and not only when garbage is next collected. */
function giveBack({ buffer }: { readonly buffer: ArrayBufferLike & { transfer?(length: number): unknown } }): void {
  buffer.transfer?.(0);
}
