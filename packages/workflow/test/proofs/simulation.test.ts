import { expect, it } from 'vitest';
import { simulate } from '../support/simulation.ts';

const SEEDS = 500;

// SEED=n replays one.
it('charges no more than was confirmed, and ends with a model, whatever happens on the way', {
  timeout: 300_000,
}, async () => {
  const { SEED } = process.env;
  const first = SEED === undefined ? 1 : Number(SEED);
  const last = SEED === undefined ? SEEDS : first;
  const broken: Record<number, unknown> = {};
  let lives = 0;
  for (let seed = first; seed <= last; seed++) {
    const result = await simulate(seed);
    lives += result.lives.length;
    if (result.problems.length > 0) broken[seed] = result;
  }
  process.stdout.write(`simulation: seeds ${first} to ${last}, ${lives} processes\n`);
  expect(broken).toEqual({});
});
