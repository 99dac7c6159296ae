import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSandbox } from '../create-sandbox.ts';
import { realClock } from './sandbox-clock.ts';
import { createVirtualClock } from './virtual-clock.ts';

test('sleepers wake in order of time, then of their sleep, each at its own time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 20 }), async (naps) => {
      const clock = createVirtualClock(0);
      const woken: [number, number][] = [];
      const sleeper = async (ms: number, index: number): Promise<void> => {
        await clock.sleep(ms);
        woken.push([clock.now(), index]);
      };
      await clock.run(Promise.all(naps.map(sleeper)));
      const expected = naps.map((ms, index): [number, number] => [ms, index]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
      expect(woken).toEqual(expected);
      expect(clock.sleepers).toBe(0);
    }),
    { numRuns: 50 },
  );
});

test('the time does not move while promise work, response bodies or files are pending', async () => {
  const clock = createVirtualClock(0);
  const sandbox = createSandbox({ clock });
  const work = async (): Promise<number[]> => {
    const seen: number[] = [];
    for (let round = 0; round < 20; round++) {
      for (let hop = 0; hop < 50; hop++) await Promise.resolve();
      await (await sandbox.fetch(sandbox.songUrls[0] ?? '')).arrayBuffer();
      await new Response(new Blob(['x'.repeat(200_000)])).text();
      await readFile(new URL(import.meta.url));
      seen.push(clock.now());
      await clock.sleep(10);
    }
    return seen;
  };
  const ticking = async (): Promise<void> => {
    for (let tick = 0; tick < 2_000; tick++) await clock.sleep(1);
  };
  void ticking();
  expect(await clock.run(work())).toEqual(Array.from({ length: 20 }, (_, round) => round * 10));
});

test('hold keeps the time from moving for work out of sight', async () => {
  const clock = createVirtualClock(0);
  void clock.sleep(1);
  const digest = async (): Promise<number> => {
    await crypto.subtle.digest('SHA-256', new Uint8Array(5_000_000));
    return clock.now();
  };
  expect(await clock.run(clock.hold(digest()))).toBe(0);
});

test('an aborted sleep rejects at once, keeps no listener and does not lengthen a run', async () => {
  const clock = createVirtualClock(0);
  const giveUp = new AbortController();
  const nap = clock.sleep(1_000_000, giveUp.signal);
  const reason = new Error('enough');
  giveUp.abort(reason);
  await expect(nap).rejects.toBe(reason);
  await expect(clock.sleep(1, AbortSignal.abort(reason))).rejects.toBe(reason);
  expect([clock.sleepers, clock.nextWake]).toEqual([0, undefined]);
  await clock.run(clock.sleep(5));
  expect(clock.now()).toBe(5);
});

test('advance stops exactly where it should', async () => {
  const clock = createVirtualClock(100);
  const seen: number[] = [];
  void (async () => {
    for (;;) {
      await clock.sleep(10);
      seen.push(clock.now());
    }
  })();
  await clock.advance(35);
  expect([clock.now(), seen, clock.nextWake]).toEqual([135, [110, 120, 130], 140]);
});

test('run gives the result or the failure of the promise; one that can never settle is an error', async () => {
  const clock = createVirtualClock();
  expect(await clock.run(Promise.resolve('fine'))).toBe('fine');
  await expect(clock.run(clock.sleep(1).then(() => Promise.reject(new Error('no'))))).rejects.toThrow('no');
  await expect(clock.run(new Promise(() => undefined))).rejects.toThrow('stands still');
});

test('monotonic time goes with the time, and stays where it is when the time of day jumps', async () => {
  const clock = createVirtualClock(1_000);
  await clock.advance(500);
  expect([clock.now(), clock.monotonic()]).toEqual([1_500, 1_500]);
  clock.jump(600_000);
  expect([clock.now(), clock.monotonic()]).toEqual([601_500, 1_500]);
  clock.jump(-700_000);
  expect([clock.now(), clock.monotonic()]).toEqual([-98_500, 1_500]);
  await clock.advance(1);
  expect([clock.now(), clock.monotonic()]).toEqual([-98_499, 1_501]);
});

test('a jump wakes nobody: sleepers sleep for their whole time', async () => {
  const clock = createVirtualClock(0);
  let isAwake = false;
  void clock.sleep(1_000).then(() => {
    isAwake = true;
  });
  clock.jump(3_600_000);
  await clock.advance(999);
  expect([isAwake, clock.sleepers, clock.nextWake]).toEqual([false, 1, 3_601_000]);
  await clock.advance(1);
  expect(isAwake).toBe(true);
});

test('forked clocks run together and jump apart', async () => {
  const clock = createVirtualClock(0);
  clock.jump(50);
  const other = clock.fork(600_000);
  expect([clock.now(), other.now()]).toEqual([50, 600_050]);
  clock.jump(-50);
  other.jump(1);
  const nap = other.sleep(10);
  await clock.run(nap);
  expect([clock.now(), other.now(), clock.monotonic(), other.monotonic()]).toEqual([10, 600_061, 10, 10]);
  expect(other.fork().now()).toBe(600_061);
});

test('a sandbox does not jump with the clock of its caller', async () => {
  const clock = createVirtualClock();
  const sandbox = createSandbox({ clock, durations: { generate: 60_000 } });
  const call = async (path: string, body?: object): Promise<{ taskId: string; status: string; createdAt: string }> => {
    const headers = { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' };
    const init = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) };
    return (await sandbox.fetch(sandbox.baseUrl + path, init)).json();
  };
  const start = clock.now();
  const { taskId } = await call('/suno/v2/generate', { task: 'create', model: 'chirp-v50' });
  clock.jump(600_000);
  expect(await call(`/suno/v2/status?taskId=${taskId}`)).toMatchObject({
    status: 'queued',
    createdAt: new Date(start).toISOString(),
  });
  await clock.advance(60_000);
  expect((await call(`/suno/v2/status?taskId=${taskId}`)).status).toBe('success');
  expect([clock.now() - start, sandbox.calls.at(-1)?.at]).toEqual([660_000, start + 60_000]);
  expect(sandbox.clientOptions.clock).toBe(clock);
});

test('the clock of the machine has a time of day and a monotonic time', async () => {
  const [wall, steady] = [realClock.now(), realClock.monotonic()];
  await realClock.sleep(20);
  expect(realClock.monotonic() - steady).toBeGreaterThanOrEqual(19);
  expect(realClock.monotonic() - steady).toBeLessThan(5_000);
  expect(Math.abs(realClock.now() - wall)).toBeLessThan(5_000);
});
