import { getEventListeners } from 'node:events';
import { createClient, systemClock } from '@mountsea-suno/client';
import { describe, expect, test } from 'vitest';
import { listTrainings, resumeTraining, startTraining, type TrainingEvent } from '../../src/index.ts';
import { createWorld, songs, type World } from '../support/world.ts';

describe('abort and detach', () => {
  test('an abort rejects with its reason, leaves no listener and no sleeper, and the training can be resumed at once', async () => {
    const world = createWorld();
    const control = new AbortController();
    const training = await startTraining({ ...world.start, signal: control.signal });
    await world.clock.advance(60_000);
    const reason = new Error('enough');
    control.abort(reason);
    await expect(training.result()).rejects.toBe(reason);
    expect(reason).toMatchObject({ resumeId: training.id });
    expect(world.clock.sleepers).toBe(0);
    expect(getEventListeners(control.signal, 'abort')).toEqual([]);
    const resumed = await resumeTraining(training.id, world.run);
    await world.clock.run(resumed.result());
    expect(world.sandbox.credits.charged).toBe(100);
    expect(world.sandbox.count('customModel.upload')).toBe(6);
  });

  test('an abort ends the run within 20 ms of real time, and a training that is done leaves no listener', async () => {
    const { start, sandbox } = createWorld();
    const client = createClient({ apiKey: sandbox.apiKey, baseUrl: sandbox.baseUrl, fetch: sandbox.fetch as never });
    const tookMs: number[] = [];
    for (let tries = 0; tries < 5; tries++) {
      const control = new AbortController();
      const training = await startTraining({ ...start, client, clock: systemClock, signal: control.signal });
      await systemClock.sleep(30);
      const abortedAt = performance.now();
      control.abort(new Error('enough'));
      await expect(training.result()).rejects.toThrow('enough');
      tookMs.push(performance.now() - abortedAt);
    }
    // Other processes of the machine may delay one of them, but not all.
    expect(Math.min(...tookMs)).toBeLessThan(20);
    const world = createWorld();
    const { signal } = new AbortController();
    const training = await startTraining({ ...world.start, signal });
    await world.clock.run(training.result());
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('an abort reason that several trainings share carries the id of none of them', async () => {
    const world = createWorld();
    const control = new AbortController();
    const both = [
      await startTraining({ ...world.start, signal: control.signal }),
      await startTraining({ ...world.start, signal: control.signal }),
    ];
    const reason = new Error('enough');
    control.abort(reason);
    await Promise.allSettled(both.map((training) => training.result()));
    expect(reason).toHaveProperty('resumeId', undefined);
  });

  test('a signal that was aborted before starts nothing', async () => {
    const world = createWorld();
    const start = startTraining({ ...world.start, signal: AbortSignal.abort(new Error('no')) });
    await expect(start).rejects.toThrow('no');
    expect(world.sandbox.count()).toBe(0);
    expect(await world.store.list()).toEqual([]);
  });

  test('an abort while the first record is saved is not missed', async () => {
    const world = createWorld();
    const control = new AbortController();
    const save = async (id: string, text: string): Promise<void> => {
      control.abort(new Error('enough'));
      await world.store.save(id, text);
    };
    const training = await startTraining({ ...world.start, store: { ...world.store, save }, signal: control.signal });
    await expect(training.result()).rejects.toThrow('enough');
    expect(world.sandbox.count()).toBe(0);
  });

  test('an abort while create is under way ends the run at once, and its response is still recorded', async () => {
    const world = createWorld();
    world.sandbox.faults.add({ operation: 'customModel.create', kind: 'delay', when: 'after', delayMs: 20_000 });
    const training = await startTraining(world.start);
    while (training.state.creates.length === 0) await world.clock.advance(100);
    await world.clock.advance(5_000);
    const detached = training.detach();
    await expect(training.result()).rejects.toMatchObject({ name: 'AbortError', resumeId: training.id });
    await expect(resumeTraining(training.id, world.run)).rejects.toMatchObject({ code: 'training_locked' });
    await world.clock.run(detached);
    expect(training.state.creates[0]).toMatchObject({ outcome: 'accepted', knownFrom: 'response' });
    const resumed = await resumeTraining(training.id, world.run);
    await world.clock.run(resumed.result());
    expect(world.sandbox.count('customModel.create')).toBe(1);
  });

  test('events end with the run and never throw', async () => {
    const world = createWorld();
    const training = await startTraining(world.start);
    const seen: TrainingEvent[] = [];
    const listening = (async () => {
      for await (const event of training.events()) seen.push(event);
    })();
    await world.clock.advance(10_000);
    await training.detach();
    await listening;
    expect(seen.length).toBeGreaterThan(6);
  });
});

test('a training that is not done in time rejects with a DeadlineError and can be resumed', async () => {
  const world = createWorld({ durations: { create: 600_000 } });
  const training = await startTraining({ ...world.start, deadlineMs: 300_000 });
  const began = world.clock.now();
  await expect(world.clock.run(training.result())).rejects.toMatchObject({
    code: 'deadline_passed',
    resumeId: training.id,
    retryable: true,
  });
  expect(world.clock.now() - began).toBe(300_000);
  const resumed = await resumeTraining(training.id, world.run);
  await world.clock.run(resumed.result());
  expect(world.sandbox.count('customModel.create')).toBe(1);
});

test('a deadline that is longer than a timer can count does not pass at once', async () => {
  const { start, sandbox } = createWorld();
  const client = createClient({ apiKey: sandbox.apiKey, baseUrl: sandbox.baseUrl, fetch: sandbox.fetch as never });
  const training = await startTraining({ ...start, client, clock: systemClock, deadlineMs: Number.POSITIVE_INFINITY });
  const first = await Promise.race([training.result(), systemClock.sleep(30).then(() => 'still running')]);
  expect(first).toBe('still running');
  await training.detach();
});

test('a fixed interval is kept, however short', async () => {
  const world = createWorld({ durations: { upload: 100, create: 300 } });
  const began = world.clock.now();
  const training = await startTraining({ ...world.start, pollIntervalMs: 20 });
  await world.clock.run(training.result());
  expect(world.clock.now() - began).toBeLessThan(1_500);
});

test('a refused key ends the run at once in every phase, and the training can be resumed', async () => {
  for (const operation of ['customModel.prepare', 'customModel.upload', 'tasks.get', 'customModel.create']) {
    const world = createWorld();
    world.sandbox.faults.add({ operation, kind: 'status', status: 401, skip: 1 - Number(/prepare|create/.test(operation)) });
    const training = await startTraining(world.start);
    await expect(world.clock.run(training.result())).rejects.toMatchObject({
      code: 'authentication_failed',
      resumeId: training.id,
    });
    const resumed = await resumeTraining(training.id, world.run);
    await world.clock.run(resumed.result());
    expect(world.sandbox.credits.charged, operation).toBe(100);
  }
});

test.each(['status', 'html', 'reset', 'garbage', 'empty', 'truncate', 'hang', 'refused'] as const)(
  'an outage of 200 s is survived: %s',
  async (kind) => {
    const world = createWorld();
    const from = world.clock.now() + 40_000;
    world.sandbox.faults.add({
      kind,
      from,
      until: from + 200_000,
      times: Number.POSITIVE_INFINITY,
      match: ({ operation }) => operation === 'tasks.get',
    });
    const training = await startTraining(world.start);
    await world.clock.run(training.result());
    expect(world.sandbox.credits.charged).toBe(100);
  },
);

test('a call that fails and is made again is reported', async () => {
  const world = createWorld();
  world.sandbox.faults.add({ operation: 'customModel.prepare', kind: 'refused', times: 6 });
  const training = await startTraining(world.start);
  const retries: TrainingEvent[] = [];
  const listening = (async () => {
    for await (const event of training.events()) if (event.type === 'retry') retries.push(event);
  })();
  await world.clock.run(training.result());
  await listening;
  expect(retries).toMatchObject([{ code: 'connection_failed', retryInMs: expect.any(Number) as number }]);
});

test('an unknown status is polled on like a running one and reported once', async () => {
  const world = createWorld({ switches: { extraStatus: 'dreaming' } });
  const training = await startTraining(world.start);
  const unknown: string[] = [];
  const listening = (async () => {
    for await (const event of training.events()) if (event.type === 'unknown') unknown.push(event.status);
  })();
  await world.clock.run(training.result());
  await listening;
  expect(unknown).toEqual(['dreaming']);
  expect(world.sandbox.count('tasks.get')).toBeLessThan(150);
});

test('trainings are listed newest first, with their phase', async () => {
  const world = createWorld();
  const first = await startTraining(world.start);
  await world.clock.run(first.result());
  await world.clock.advance(1_000);
  const second = await startTraining({ ...world.start, name: 'other' });
  await world.store.save('broken', '{"version":1,');
  const list = await listTrainings({ store: world.store });
  expect(list.map(({ id }) => id)).toEqual([second.id, first.id, 'broken']);
  expect(list[0]).toMatchObject({ name: 'other', phase: 'preparing', clips: 0, files: 6 });
  expect(list[1]).toMatchObject({ phase: 'done', modelId: world.sandbox.snapshot().models[0], clips: 6 });
  expect(list[2]?.problem).toMatch(/not JSON, or it is cut off/);
  await second.detach();
});

describe('resume', () => {
  test('of a finished training gives its model without a call', async () => {
    const world = createWorld();
    const training = await startTraining(world.start);
    const model = await world.clock.run(training.result());
    const calls = world.sandbox.count();
    const resumed = await resumeTraining(training.id, world.run);
    expect(await resumed.result()).toEqual(model);
    expect(world.sandbox.count()).toBe(calls);
  });

  test('of an unknown id, or against another server, says so', async () => {
    const world = createWorld();
    await expect(resumeTraining('unknown', world.run)).rejects.toMatchObject({ code: 'training_not_found', resumeId: 'unknown' });
    const load = () => Promise.reject(new Error('no such disk'));
    const broken = resumeTraining('unknown', { ...world.run, store: { ...world.store, load } });
    await expect(broken).rejects.toMatchObject({ message: 'no such disk', resumeId: 'unknown' });
    const training = await startTraining(world.start);
    await training.detach();
    const client = { ...world.client, baseUrl: 'https://api.example.com' };
    await expect(resumeTraining(training.id, { ...world.run, client })).rejects.toMatchObject({
      code: 'invalid_input',
      resumeId: training.id,
    });
    await expect(resumeTraining(training.id, { ...world.run, minClips: 3 })).rejects.toMatchObject({ code: 'invalid_input' });
    await finish(world, training.id);
    await expect(resumeTraining(training.id, { ...world.run, name: 'other' })).rejects.toThrow(/already trained/);
  });
});

test('names and addresses are checked before anything is sent', async () => {
  const world = createWorld();
  const bad = [
    { name: ' ' },
    { audioUrls: songs.slice(1) },
    { audioUrls: [...songs, songs[0] ?? ''] },
    { audioUrls: [...songs, `${songs[0]}`.replace('https:', 'HTTPS:')] },
    { audioUrls: [...songs, 'ftp://songs.example.com/7.mp3'] },
    { audioUrls: [...songs, 'seven'] },
    { minClips: 5 },
    { minClips: 7 },
    { concurrency: 0 },
    { deadlineMs: Number.NaN },
  ];
  for (const options of bad) {
    const start = startTraining({ ...world.start, ...options });
    await expect(start, JSON.stringify(options)).rejects.toMatchObject({
      code: 'invalid_input',
      problems: [expect.any(String) as string],
    });
  }
  expect(world.sandbox.count()).toBe(0);
  expect(await world.store.list()).toEqual([]);
});

async function finish(world: World, id: string): Promise<void> {
  const resumed = await resumeTraining(id, world.run);
  await world.clock.run(resumed.result());
}
