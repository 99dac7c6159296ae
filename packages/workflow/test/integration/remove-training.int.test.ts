import { expect, test } from 'vitest';
import { listTrainings, removeTraining, resumeTraining, startTraining } from '../../src/index.ts';
import { createWorld } from '../support/world.ts';

test('a training that a process drives is not removed, and one before its create is', async () => {
  const { start, run, store } = createWorld();
  const training = await startTraining(start);
  await expect(removeTraining(training.id, { store, force: true })).rejects.toMatchObject({ code: 'training_locked' });
  await training.detach();
  await removeTraining(training.id, { store });
  expect(await listTrainings({ store })).toEqual([]);
  await expect(resumeTraining(training.id, run)).rejects.toMatchObject({ code: 'training_not_found' });
  await expect(removeTraining(training.id, { store })).rejects.toMatchObject({ code: 'training_not_found' });
});

test('a training that was paid for is removed once its model is there, or by force', async () => {
  const { start, run, store, clock } = createWorld();
  const training = await startTraining(start);
  while (training.state.creates[0]?.outcome !== 'accepted') await clock.advance(1_000);
  await training.detach();
  await expect(removeTraining(training.id, { store })).rejects.toMatchObject({
    code: 'training_open',
    resumeId: training.id,
    message: expect.stringContaining('its model is still to come'),
  });
  const resumed = await resumeTraining(training.id, run);
  await clock.run(resumed.result());
  await removeTraining(training.id, { store });
  expect(await store.list()).toEqual([]);
});

test('a training whose create may have been accepted is only removed by force', async () => {
  const { start, store, clock, sandbox } = createWorld({ usage: false, switches: { sessionStatusBeforeCreate: 'success' } });
  sandbox.faults.add({ operation: 'customModel.create', kind: 'reset', when: 'before', times: 9 });
  const training = await startTraining(start);
  while (training.state.creates.length === 0) await clock.advance(1_000);
  await training.detach();
  await expect(removeTraining(training.id, { store })).rejects.toThrow('not known whether its create was accepted. Resume it');
  // Another create was confirmed, and it failed. A resume can no longer find out about the first one.
  const { creates, ...record } = training.state;
  const failed = { ...creates[0], outcome: 'failed' };
  await store.save(training.id, JSON.stringify({ ...record, creates: [...creates, failed] }));
  await expect(removeTraining(training.id, { store })).rejects.toThrow('whether an earlier create of it was accepted');
  await removeTraining(training.id, { store, force: true });
  expect(await store.list()).toEqual([]);
});

test('a training that failed is removed', async () => {
  const { start, store, clock, sandbox } = createWorld();
  sandbox.faults.add({ operation: 'customModel.create', kind: 'fail-task', failReason: 'too quiet' });
  const training = await startTraining(start);
  await expect(clock.run(training.result())).rejects.toMatchObject({ code: 'training_failed' });
  await removeTraining(training.id, { store });
  expect(await store.list()).toEqual([]);
});

test('a record that cannot be read is only removed by force', async () => {
  const { store } = createWorld();
  await store.save('broken', '{');
  await expect(removeTraining('broken', { store })).rejects.toMatchObject({ code: 'state_invalid' });
  await removeTraining('broken', { store, force: true });
  expect(await store.list()).toEqual([]);
});
