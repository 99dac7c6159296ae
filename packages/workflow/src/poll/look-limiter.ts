import type { Clock } from '@mountsea-suno/client';

/** Lets so many looks through a second, first come, first served. */
export interface LookLimiter {
  /** Resolves when it is this caller's turn; rejects with `signal.reason` when it is aborted before. */
  take(signal?: AbortSignal): Promise<void>;
}

export interface LookLimiterOptions {
  clock: Clock;
  /** At most so many looks in any second. */
  looksPerSecond: number;
}

export function createLookLimiter(options: LookLimiterOptions): LookLimiter {
  void options;
  return { take: async (signal) => signal?.throwIfAborted() };
}
