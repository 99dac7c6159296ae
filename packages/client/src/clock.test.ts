import { expect, it, vi } from 'vitest';
import { systemClock } from './clock.ts';

it('sleeps until a time that is past without a warning', async () => {
  const warned = vi.fn();
  process.on('warning', warned);
  await systemClock.sleep(-3);
  await systemClock.sleep(1);
  process.off('warning', warned);
  expect(warned).not.toHaveBeenCalled();
});
