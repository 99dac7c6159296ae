const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;
/** A server's wish is heeded up to here. */
const LONGEST_WISH_MS = 60_000;

/** How long to wait after so many failures in a row, if the server wishes nothing else. */
export function retryDelayMs(error: unknown, failures: number, random: () => number): number {
  return wishOf(error) ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1)) * (0.5 + random() / 2);
}

/** What the server asks to wait, on an answer or on an error. */
export function wishOf(from: unknown): number | undefined {
  const { retryAfterMs } = Object(from) as { retryAfterMs?: unknown };
  return typeof retryAfterMs === 'number' && retryAfterMs >= 0 ? Math.min(retryAfterMs, LONGEST_WISH_MS) : undefined;
}
