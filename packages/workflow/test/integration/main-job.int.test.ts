import { expect, test } from 'vitest';
import { startTraining, type TrainingEvent } from '../../src/index.ts';
import { createWorld, songs } from '../support/world.ts';

test('six songs become a model, for 100 credits', async () => {
  const { clock, sandbox, start } = createWorld();
  const training = await startTraining(start);
  const model = await clock.run(training.result());
  expect(model.id).toBe(sandbox.snapshot().models[0]);
  expect(model).toMatchObject({ name: 'v6Pro', credits: 100, trainingId: training.id });
  expect(model.clips.map(({ audioUrl }) => audioUrl)).toEqual(songs);
  expect(new Set(model.clips.map(({ clipId }) => clipId)).size).toBe(6);
  expect(sandbox.credits.charged).toBe(100);
  expect(clock.sleepers).toBe(0);
});

test('every step is one event, for the first listener and for a late one', async () => {
  const { clock, start } = createWorld();
  const training = await startTraining(start);
  const early = collect(training.events());
  await clock.run(training.result());
  const events = await early;
  expect(phases(events)).toEqual(['preparing', 'uploading', 'creating', 'training', 'done']);
  const first = events.flatMap((event) => (event.type === 'upload' && event.index === 0 ? [event.status] : []));
  expect(first).toEqual(['waiting', 'sent', 'running', 'done']);
  const fractions = events.flatMap((event) => (event.type === 'progress' ? [event.fraction] : []));
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  expect(fractions.at(-1)).toBe(1);
  const late = await collect(training.events());
  expect(phases(late)).toEqual(['done']);
});

async function collect(events: AsyncIterable<TrainingEvent>): Promise<TrainingEvent[]> {
  const all: TrainingEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

function phases(events: TrainingEvent[]): string[] {
  return events.flatMap((event) => (event.type === 'phase' ? [event.phase] : []));
}
