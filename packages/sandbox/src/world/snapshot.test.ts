import { expect, test } from 'vitest';
import { type Drive, drive } from '../../test/support/drive.ts';

const urls = [1, 2, 3, 4, 5, 6].map((n) => `https://example.com/${n}.mp3`);

async function train(d: Drive, order: readonly string[], pauseMs: number): Promise<void> {
  const sessionId = await d.prepare();
  const started = new Map<string, string>();
  for (const audioUrl of order) {
    started.set(audioUrl, (await d.send('POST', '/suno/v2/customModel/upload', { sessionId, audioUrl })).body.taskId);
    await d.clock.advance(pauseMs);
  }
  const clipIds: string[] = [];
  for (const taskId of started.values()) clipIds.push((await d.wait(taskId)).body.data.id);
  await d.create(sessionId, clipIds);
  await d.wait(sessionId);
  await d.send('POST', '/suno/v2/generate', { task: 'create', model: 'chirp-v50' });
}

test('two runs that did the same give the same snapshot, whatever their speed and order', async () => {
  const [one, other, seeded] = [drive(), drive(), drive({ seed: 2 })];
  await train(one, urls, 0);
  await train(other, urls.toReversed(), 17_000);
  await train(seeded, urls, 0);
  expect(JSON.stringify(other.sandbox.snapshot())).toBe(JSON.stringify(one.sandbox.snapshot()));
  expect(seeded.sandbox.snapshot().sessions[0]?.sessionId).not.toBe(one.sandbox.snapshot().sessions[0]?.sessionId);
});

test('a run that did something else gives another snapshot', async () => {
  const [one, other] = [drive(), drive()];
  await train(one, urls, 0);
  await train(other, [...urls.slice(1), 'https://example.com/7.mp3'], 0);
  expect(other.sandbox.snapshot()).not.toEqual(one.sandbox.snapshot());
});

test('a snapshot shows all that happened, and no times', async () => {
  const d = drive();
  expect(d.sandbox.snapshot()).toEqual({ credits: 10_000, sessions: [], tasks: [], models: [], charges: [] });
  await train(d, urls, 0);
  const snapshot = d.sandbox.snapshot();
  const [session] = snapshot.sessions;
  expect(session).toMatchObject({ kind: 'custom-model', status: 'trained', creates: 1, name: 'v6Pro' });
  expect(session?.uploads.map((upload) => upload.audioUrl)).toEqual(urls);
  expect(session?.clipIds).toEqual(session?.uploads.map((upload) => upload.clipId).sort());
  expect(snapshot.models).toEqual([session?.modelId]);
  expect(snapshot.tasks).toMatchObject([{ operation: 'generate', status: 'pending' }]);
  expect(snapshot.charges).toEqual([
    { apiPath: '/suno/v2/customModel/create', amount: 100, sessionId: session?.sessionId },
    { apiPath: '/suno/v2/generate', amount: 40, sessionId: null },
  ]);
  expect(snapshot.credits).toBe(9_860);
  expect(JSON.stringify(snapshot)).not.toMatch(/20\d\d-|\d{13}/);
});

test('reset goes back to the start, and the same calls give the same ids again', async () => {
  const d = drive({ switches: { ledger: 'absent' }, credits: 500 });
  await train(d, urls, 0);
  const before = d.sandbox.snapshot();
  d.sandbox.switches.ledger = 'lagging';
  d.sandbox.faults.add({ kind: 'hang' });
  d.sandbox.reset();
  expect(d.sandbox.snapshot()).toEqual({ credits: 500, sessions: [], tasks: [], models: [], charges: [] });
  expect([d.sandbox.count(), d.sandbox.calls, d.sandbox.faults.list, d.sandbox.switches.ledger]).toEqual([0, [], [], 'absent']);
  await train(d, urls, 0);
  expect(d.sandbox.snapshot()).toEqual(before);
});
