import { expect, test } from 'vitest';
import { startTraining, trainingProgress } from '../../src/index.ts';
import { createWorld, songs } from '../support/world.ts';

test('the event of a phase comes after what led to it and before what happens in it', async () => {
  const world = createWorld();
  const training = await startTraining(world.start);
  const seen: string[] = [];
  const listening = (async () => {
    for await (const event of training.events()) {
      if (event.type === 'phase') seen.push(event.phase);
      if (event.type === 'upload' || event.type === 'create' || event.type === 'task') seen.push(`${event.type} ${event.status}`);
    }
  })();
  await world.clock.run(training.result());
  await listening;
  const stages = seen.filter((one) => one !== 'upload sent' && one !== 'upload running' && !/^task (queued|ready)$/.test(one));
  expect(stages).toEqual([
    'preparing',
    ...songs.map(() => 'upload waiting'),
    'uploading',
    ...songs.map(() => 'upload done'),
    'creating',
    'create intended',
    'create accepted',
    'training',
    'task running',
    'task success',
    'done',
  ]);
});

test('the record alone gives the progress that a listener gets', async () => {
  const world = createWorld();
  const training = await startTraining(world.start);
  const shares: number[] = [];
  while (!training.state.model) {
    await world.clock.advance(5_000);
    const durations = await world.store.loadDurations?.();
    for await (const event of training.events()) {
      if (event.type !== 'progress') continue;
      const { fraction, ...rest } = trainingProgress(training.state, world.clock.now(), durations);
      expect(event).toMatchObject(rest);
      // A listener gets the highest value so far, since an estimate may fall.
      expect(fraction).toBeLessThanOrEqual(event.fraction);
      shares.push(fraction);
      break;
    }
  }
  expect(shares.length).toBeGreaterThan(20);
  expect(shares.at(-1)).toBe(1);
  expect(shares.filter((share) => share > 0.2 && share < 0.8).length).toBeGreaterThan(5);
});
