import { TrainingLockedError } from '../errors/workflow-errors.ts';
import type { TrainingStore } from '../store/training-store.ts';

/** One thing that every store must do. */
export interface StoreCheck {
  /** What the store must do, as the name of a test. */
  name: string;
  /** Checks it on a new store; rejects with what is wrong. */
  run(makeStore: () => TrainingStore | Promise<TrainingStore>): Promise<void>;
}

/**
 * What every `TrainingStore` must do, for any test runner. `makeStore` gives a new, empty store each time.
 *
 * @example
 * ```ts
 * import { memoryStore } from '@mountsea-suno/workflow';
 * import { storeConformance } from '@mountsea-suno/workflow/testing';
 *
 * for (const check of storeConformance) await check.run(() => memoryStore());
 * ```
 */
export const storeConformance: readonly StoreCheck[] = [
  check('an unknown id has no text', async (store) => same(await store.load('unknown'), undefined)),
  check('loads what was saved last', async (store) => {
    await store.save('one', 'first');
    await store.save('one', 'second, with ünïcode and\nlines');
    same(await store.load('one'), 'second, with ünïcode and\nlines');
  }),
  check('keeps trainings apart', async (store) => {
    await Promise.all([store.save('one', '1'), store.save('two', '2')]);
    same([await store.load('one'), await store.load('two')], ['1', '2']);
  }),
  check('lists all trainings that were saved, and nothing else', async (store) => {
    same(await store.list(), []);
    const lock = await store.lock('only-locked');
    await store.save('one', '1');
    await store.save('two', '2');
    same((await store.list()).sort(), ['one', 'two']);
    await lock.release();
  }),
  check('removes a training, whose id can be used again', async (store) => {
    await Promise.all([store.save('one', '1'), store.save('two', '2')]);
    const lock = await store.lock('one');
    await store.remove('one');
    await lock.release();
    same([await store.load('one'), await store.list()], [undefined, ['two']]);
    await store.remove('one');
    await (await store.lock('one')).release();
    await store.save('one', 'again');
    same(await store.load('one'), 'again');
  }),
  check('keeps a long text whole', async (store) => {
    const text = 'x'.repeat(1_000_000);
    await store.save('one', text);
    same(await store.load('one'), text);
  }),
  check('keeps the last of several saves in quick succession', async (store) => {
    for (let n = 0; n < 20; n++) await store.save('one', String(n));
    same(await store.load('one'), '19');
  }),
  check('refuses a second lock of one training with a TrainingLockedError', async (store) => {
    const first = await store.lock('one');
    const refusal = await store.lock('one').catch((error: unknown) => error);
    if (!(refusal instanceof TrainingLockedError)) throw new Error('the second lock was not refused by a TrainingLockedError');
    same(refusal.resumeId, 'one');
    await first.release();
    await (await store.lock('one')).release();
  }),
  check('gives a lock to at most one of many who ask for it at the same moment', async (store) => {
    const locks = await Promise.allSettled(Array.from({ length: 8 }, () => store.lock('one')));
    const held = locks.filter((lock) => lock.status === 'fulfilled');
    if (held.length > 1) throw new Error(`${held.length} hold the lock at once`);
    await Promise.all(held.map((lock) => lock.value.release()));
  }),
  check('a lock prevents neither the lock of another training nor reading', async (store) => {
    await store.save('one', '1');
    const lock = await store.lock('one');
    await (await store.lock('two')).release();
    same(await store.load('one'), '1');
    await lock.release();
    same(await store.load('one'), '1');
  }),
  check('keeps durations apart from the trainings, if it keeps them', async (store) => {
    same(await store.loadDurations?.(), undefined);
    await store.saveDurations?.('{"version":1}');
    if (store.loadDurations) same(await store.loadDurations(), '{"version":1}');
    same(await store.list(), []);
  }),
];

function check(name: string, body: (store: TrainingStore) => Promise<void>): StoreCheck {
  return { name, run: async (makeStore) => body(await makeStore()) };
}

function same(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    throw new Error(`expected ${JSON.stringify(expected)}, but it is ${JSON.stringify(actual)}`);
}
