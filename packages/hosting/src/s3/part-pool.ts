/** A fixed number of buffers of one size. They bound the memory of all uploads of a host together. */
export interface PartPool {
  /** Waits for a free buffer; rejects with `signal.reason`. */
  acquire(signal: AbortSignal): Promise<Buffer>;
  release(buffer: Buffer): void;
}

/** A pool of at most `limit` buffers. */
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
        signal.removeEventListener('abort', onAbort);
        resolve(buffer);
      };
      const onAbort = (): void => {
        waiting.splice(waiting.indexOf(take), 1);
        reject(signal.reason);
      };
      waiting.push(take);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  };

  const release = (buffer: Buffer): void => {
    const take = waiting.shift();
    if (take) take(buffer);
    else if (--used > 0) free.push(buffer);
    // Nobody uploads any more, so the memory is freed.
    else for (const unused of [buffer, ...free.splice(0)]) freeMemory(unused);
  };

  return { acquire, release };
}

/** Frees a buffer at once if the engine can (Node 22 and later); otherwise the garbage collector does it later. */
function freeMemory({ buffer }: { readonly buffer: ArrayBufferLike & { transfer?(length: number): unknown } }): void {
  buffer.transfer?.(0);
}
