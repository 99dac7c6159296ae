import { findClips, NotFoundError, type Task } from '@mountsea-suno/client';
import { expect, test } from 'vitest';
import { DeadlineError, waitForTask } from '../../src/index.ts';
import { createWorld } from '../support/world.ts';

const song = { task: 'create', model: 'chirp-v55', prompt: 'la la la' } as const;

test('a song is waited for with few polls', async () => {
  const { clock, client, sandbox, run } = createWorld();
  const { taskId } = await client.generate(song);
  const seen: string[] = [];
  const task = await clock.run(waitForTask({ ...run, taskId, onPoll: ({ status }) => seen.push(status) }));
  expect(task.status).toBe('success');
  expect(findClips(task)).toHaveLength(2);
  expect(seen.at(-1)).toBe('success');
  expect(sandbox.count('tasks.get')).toBe(seen.length);
  expect(seen.length).toBeLessThan(25);
  expect(clock.sleepers).toBe(0);
});

test('a failed song is a result, not an error', async () => {
  const { clock, client, sandbox, run } = createWorld();
  sandbox.faults.add({ operation: 'generate', when: 'after', kind: 'fail-task' });
  const { taskId } = await client.generate(song);
  expect(await clock.run(waitForTask({ ...run, taskId }))).toMatchObject({ taskId, status: 'failed' });
});

test('an outage of four minutes is survived and reported', async () => {
  const { clock, client, sandbox, run } = createWorld();
  const { taskId } = await client.generate(song);
  const now = clock.now();
  sandbox.faults.add({ operation: 'tasks.get', when: 'before', kind: 'reset', from: now, until: now + 240_000, times: 1000 });
  const codes = new Set<string>();
  const task = await clock.run(waitForTask({ ...run, taskId, onRetry: ({ code }) => codes.add(code) }));
  expect(task.status).toBe('success');
  expect([...codes]).toEqual(['connection_failed']);
});

test('an id that the server does not know ends in a NotFoundError after a minute', async () => {
  const { clock, run } = createWorld();
  const startedAt = clock.now();
  await expect(clock.run(waitForTask({ ...run, taskId: 'nobody-knows' }))).rejects.toThrow(NotFoundError);
  expect(clock.now() - startedAt).toBeLessThan(120_000);
});

test('a task that takes too long ends the wait, and can be waited for again', async () => {
  const { clock, client, run } = createWorld({ durations: { generate: [300_000, 300_000] } });
  const { taskId } = await client.generate(song);
  const first: Promise<Task> = waitForTask({ ...run, taskId, deadlineMs: 30_000 });
  const error: unknown = await clock.run(first.catch((reason: unknown) => reason));
  expect(error).toBeInstanceOf(DeadlineError);
  expect(error).toMatchObject({ code: 'deadline_passed', retryable: true, resumeId: undefined });
  expect((await clock.run(waitForTask({ ...run, taskId }))).status).toBe('success');
});

test('abort rejects with its reason and leaves nothing waiting', async () => {
  const { clock, client, run } = createWorld();
  const { taskId } = await client.generate(song);
  const control = new AbortController();
  const waiting = waitForTask({ ...run, taskId, signal: control.signal, onPoll: () => control.abort(new Error('enough')) });
  await expect(clock.run(waiting)).rejects.toThrow('enough');
  expect(clock.sleepers).toBe(0);
});
