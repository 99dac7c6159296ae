import { expect, test } from 'vitest';
import { drive } from '../../test/support/drive.ts';
import type { FaultRule } from './fault-rule.ts';

/** Statuses of ten polls of a task that nobody knows, a second apart. */
async function pollTenTimes(...rules: FaultRule[]): Promise<string> {
  const { sandbox, status, clock } = drive();
  for (const rule of rules) sandbox.faults.add(rule);
  const seen: number[] = [];
  for (let poll = 0; poll < 10; poll++) {
    seen.push((await status('nobody')).status);
    await clock.advance(1_000);
  }
  return seen.map((code) => (code === 404 ? '.' : code)).join('');
}

const start = Date.UTC(2026, 0, 1);

test.each<[string, FaultRule[]]>([
  ['500.........', [{ kind: 'status' }]],
  ['..500500500.....', [{ kind: 'status', skip: 2, times: 3 }]],
  ['500500500500500500500500500500', [{ kind: 'status', times: Number.POSITIVE_INFINITY }]],
  ['...500500500....', [{ kind: 'status', times: 99, from: start + 3_000, until: start + 6_000 }]],
  ['500503........', [{ kind: 'status' }, { kind: 'status', status: 503 }]],
  ['..........', [{ kind: 'status', operation: 'generate', times: 9 }]],
  ['500.........', [{ kind: 'status', operation: 'tasks.get' }]],
  ['500.........', [{ kind: 'status', operation: 'ApiPublicController_getTaskStatus' }]],
  ['500.........', [{ kind: 'status', operation: 'GET /suno/v2/status' }]],
  ['500.........', [{ kind: 'status', operation: '/suno/v2/status', match: ({ query }) => query.taskId === 'nobody' }]],
  ['..........', [{ kind: 'status', match: ({ query }) => query.taskId === 'somebody' }]],
])('%s', async (seen, rules) => {
  expect(await pollTenTimes(...rules)).toBe(seen);
});

test('a probability is drawn from the seed: repeatable, and about as often as asked', async () => {
  const rule: FaultRule = { kind: 'status', times: 99, probability: 0.5 };
  const seen = await pollTenTimes(rule);
  expect(await pollTenTimes(rule)).toBe(seen);
  expect(seen.split('500').length - 1).toBeGreaterThan(1);
  expect(seen.split('500').length - 1).toBeLessThan(9);
});

test('rules are listed with what they hit, removed one by one, and cleared', async () => {
  const { sandbox, status } = drive();
  const remove = sandbox.faults.add({ kind: 'status', times: 2 });
  sandbox.faults.add({ kind: 'html', skip: 1 });
  await status('nobody');
  expect(sandbox.faults.list).toEqual([
    { rule: { kind: 'status', times: 2 }, seen: 1, hits: 1 },
    { rule: { kind: 'html', skip: 1 }, seen: 0, hits: 0 },
  ]);
  remove();
  expect(sandbox.faults.list).toHaveLength(1);
  sandbox.faults.clear();
  expect(sandbox.faults.list).toEqual([]);
});

test('an operation that is not in the contract is an error, not a rule that never applies', () => {
  const { sandbox } = drive();
  expect(() => sandbox.faults.add({ kind: 'reset', operation: 'customModel.craete' })).toThrow('customModel.craete');
  expect(() => sandbox.count('customModel.craete')).toThrow('customModel.craete');
});

test('a task is failed as the rule says', async () => {
  const { sandbox, prepare, upload } = drive();
  sandbox.faults.add({ operation: 'customModel.upload', kind: 'fail-task', failReason: 'Broken file.', failCode: 4001 });
  sandbox.faults.add({ operation: 'customModel.upload', kind: 'fail-task', taskStatus: 'timeout', failCode: 'VP_USER_TIMEOUT' });
  const sessionId = await prepare();
  expect((await upload(sessionId, 'https://example.com/a.mp3')).body).toMatchObject({
    status: 'failed',
    failReason: 'Broken file.',
    failCode: 4001,
  });
  expect((await upload(sessionId, 'https://example.com/a.mp3')).body).toMatchObject({
    status: 'timeout',
    failCode: 'VP_USER_TIMEOUT',
  });
  expect((await upload(sessionId, 'https://example.com/a.mp3')).body).toMatchObject({ status: 'success' });
});
