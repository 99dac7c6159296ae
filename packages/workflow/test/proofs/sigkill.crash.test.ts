import { expect, it } from 'vitest';
import { type KilledTraining, killTraining } from '../support/kill-training.ts';
import { seededRandom } from '../support/seeded-random.ts';

// KILLS=200 in `npm run verify`; without, one round of all that run at once.
const KILLS = Number(process.env.KILLS ?? 32);
/** Kills of one training, one after the other. */
const IN_A_ROW = 4;
const AT_ONCE = 8;

// SEED=n draws the same instants again.
it('is finished by another process after SIGKILL at any instant, as if nothing had happened', { timeout: 400_000 }, async () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));
  const random = seededRandom(seed);
  const undisturbed = await killTraining([], seed);
  const { id } = JSON.parse(undisturbed.last) as { id: string };
  expect(id).toMatch(/^chirp-custom:/);
  expect(undisturbed.state).toMatchObject({ models: 1, charges: [{ amount: 100 }], sessions: [{ creates: 1 }] });

  const trainings: KilledTraining[] = [];
  let kills = 0;
  async function killOn(): Promise<void> {
    while (kills < KILLS) {
      const killed = await killTraining(
        Array.from({ length: IN_A_ROW }, () => undisturbed.tookMs * random()),
        Math.floor(random() * 1e9),
      );
      kills += killed.kills.length;
      trainings.push(killed);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, killOn));
  process.stdout.write(`SIGKILL: seed ${seed}, ${kills} kills of ${trainings.length} trainings\n`);
  for (const { kills: at, state, last } of trainings) {
    expect({ at, state, last }).toEqual({ at, state: undisturbed.state, last: expect.stringContaining('"id":"chirp-custom:') });
  }
  expect(kills).toBeGreaterThanOrEqual(KILLS);
});

it('does not create again after SIGKILL while a create is under way', { timeout: 100_000 }, async () => {
  for (const { kills, state, last } of await Promise.all(
    [1, 2, 3, 4].map((seed) => killTraining(['create', 300 * seed], seed, { createMs: 10_000 })),
  )) {
    expect({ state, last }).toMatchObject({
      state: { charges: [{ amount: 100 }] },
      last: expect.stringContaining('"id":"chirp-custom:'),
    });
    expect(kills.length).toBeGreaterThan(0);
  }
});

it('catches a workflow that saves the intent after sending', { timeout: 100_000 }, async () => {
  // A create that shows at once is found by the poll before the next one; the intent protects from one that shows late.
  const { state } = await killTraining(['create'], 1, { wrong: true, createMs: 60_000, commitMs: 30_000 });
  expect(state.charges.length).toBe(2);
});
