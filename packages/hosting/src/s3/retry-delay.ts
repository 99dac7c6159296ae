const baseMs = 250;
const capMs = 8_000;
/** A host that asks for more is asked again sooner. */
const retryAfterCapMs = 20_000;

/** How long to wait after the given failed attempt (from 1): exponential with full jitter, but no less than a `Retry-After` in seconds. */
export function retryDelayMs(attempt: number, random: () => number, retryAfter?: string): number {
  const jittered = random() * Math.min(capMs, baseMs * 2 ** attempt);
  const asked = Number(retryAfter) * 1000;
  return asked > 0 ? Math.max(jittered, Math.min(asked, retryAfterCapMs)) : jittered;
}
