import { describe, expect, it } from 'vitest';
import { scaledClock } from './demo.ts';

describe('scaledClock', () => {
  it('passes time faster', async () => {
    const clock = scaledClock(1000);
    const [before, monotonicBefore] = [clock.now(), clock.monotonic()];
    const real = performance.now();
    await clock.sleep(20_000);
    expect(performance.now() - real).toBeLessThan(2_000);
    expect(clock.now() - before).toBeGreaterThanOrEqual(18_000);
    expect(clock.monotonic() - monotonicBefore).toBeGreaterThanOrEqual(18_000);
  });

  it('wakes with the reason of an abort', async () => {
    const reason = new Error('enough');
    await expect(scaledClock(10).sleep(600_000, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
