import { expect, it } from 'vitest';
import { partPool } from './part-pool.ts';

const never = new AbortController().signal;

it('gives out no more buffers than its limit, in the order of the requests', async () => {
  const pool = partPool(10, 2);
  const [one, two] = [await pool.acquire(never), await pool.acquire(never)];
  const got: string[] = [];
  const third = pool.acquire(never).then((buffer) => got.push('third') && buffer);
  const fourth = pool.acquire(never).then((buffer) => got.push('fourth') && buffer);
  await Promise.resolve();
  expect([got, one.length, one === two]).toEqual([[], 10, false]);
  pool.release(one);
  expect(await third).toBe(one);
  pool.release(two);
  expect(await fourth).toBe(two);
  expect(got).toEqual(['third', 'fourth']);
});

it('forgets whoever no longer waits', async () => {
  const pool = partPool(10, 1);
  const only = await pool.acquire(never);
  const abort = new AbortController();
  const waiting = pool.acquire(abort.signal);
  const next = pool.acquire(never);
  abort.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  await expect(pool.acquire(abort.signal)).rejects.toThrow('enough');
  pool.release(only);
  expect(await next).toBe(only);
});

it.skipIf(!('transfer' in ArrayBuffer.prototype))('frees the memory at once when nobody uploads', async () => {
  const pool = partPool(10, 2);
  const [one, two] = [await pool.acquire(never), await pool.acquire(never)];
  pool.release(one);
  expect(one.length).toBe(10);
  pool.release(two);
  expect([one.length, two.length, (await pool.acquire(never)).length]).toEqual([0, 0, 10]);
});
