import { createClient } from '@mountsea-suno/client';
import { createSandbox, createVirtualClock, type Sandbox, type SandboxSwitches } from '@mountsea-suno/sandbox';
import type { TrainingState } from '../../src/index.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { runLife, type Step } from './harness/run-training.ts';
import { layouts } from './matrix-cells.ts';
import { describe, type Subject } from './run-cell.ts';
import { addFaults } from './simulation-faults.ts';

export interface SimulationResult {
  problems: string[];
  /** How each process left the training, in order. */
  lives: string[];
}

/** The codes of a clear no, after which the owner may create again; none of them was charged. */
const REFUSALS = ['validation_failed', 'conflict', 'not_found', 'insufficient_credits', 'permission_denied'];
/** So many processes meet with faults and deaths; those after them have calm weather. */
const LIVES = 8;

/** One training under drops, delays, duplicates, reorderings, task failures, outages, other people's charges and deaths, all drawn from a seed. */
export async function simulate(seed: number, subject: Subject = {}): Promise<SimulationResult> {
  const random = seededRandom(seed);
  const chance = (share: number): boolean => random() < share;
  const pick = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(random() * values.length)] ?? values[0];

  const clock = createVirtualClock();
  const switches: Partial<SandboxSwitches> = {
    ...layouts[Math.floor(random() * layouts.length)],
    sessionStatusBeforeCreate: pick(['success', 'ready', 'not-found']),
    secondCreate: pick(['charges', 'charges', 'free', 'refused']),
    createAfterFailure: pick(['charges', 'free']),
    refusalStatus: pick([400, 404, 409, 422]),
    staleFailedMs: pick([0, 15_000]),
    createCommitDelayMs: pick([0, 0, 20_000]),
    ledger: pick(['immediate', 'immediate', 'lagging', 'absent']),
    refundOnFailure: chance(0.3),
    errorBody: pick(['nest', 'errorMessage', 'error', 'empty']),
    foreignClip: 'accepted',
  };
  const sandbox = createSandbox({
    clock,
    switches,
    seed,
    keepCalls: 1,
    durations: { upload: [500, 20_000], create: [20_000, 120_000] },
  });
  addFaults(sandbox, random);

  const texts = new Map<string, string>();
  const step: Step = { sandbox, clock, disk: { texts }, random, run: { settleMs: 150_000, deadlineMs: 1_200_000 }, ...subject };
  const others: Promise<string>[] = chance(0.2) ? [createByAnother(sandbox, 200_000 * random())] : [];
  const lives: string[] = [];
  const problems: string[] = [];
  let mayCharge = 1;
  let resume: NonNullable<Step['resume']> = {};

  async function live(): Promise<void> {
    for (let life = 1; life <= 3 * LIVES; life++) {
      const calm = life > LIVES;
      if (calm) sandbox.faults.clear();
      const death =
        calm || chance(0.3) ? undefined : chance(0.5) ? { at: clock.now() + 150_000 * random() } : deathAtSave(random);
      const createsBefore = stateOf(texts)?.creates.length ?? 0;
      const { end } = await runLife({ ...step, resume, death });
      lives.push(describe(end));
      const created = (stateOf(texts)?.creates.length ?? 0) > createsBefore;
      // The owner's word holds for one create, whether or not the process lived to save its intent.
      if (created || end.type !== 'died') resume = {};
      if (end.type === 'done') return judge(end.model);
      if (end.type === 'died') continue;
      if (end.code === 'training_failed') mayCharge += 1;
      if (end.code === 'training_failed' || REFUSALS.includes(end.code)) {
        resume = { name: `v6Pro${life}` };
      } else if (end.code === 'create_outcome_unknown') {
        if (!calm && chance(0.5)) continue;
        resume = { resendCreate: true };
        mayCharge += 1;
      }
    }
    problems.push('never done');
  }

  function judge(model: { id: string; sessionId: string; clips: readonly { clipId: string; audioUrl: string }[] }): void {
    const { sessions, models } = sandbox.snapshot();
    const session = sessions.find(({ sessionId }) => sessionId === model.sessionId);
    if (!models.includes(model.id)) problems.push(`the model ${model.id} does not exist`);
    const clipIds = model.clips.map(({ clipId }) => clipId);
    if (new Set(clipIds).size !== 6) problems.push('a clip was lost or used twice');
    for (const { audioUrl, clipId } of model.clips)
      if (!session?.uploads.some((upload) => upload.clipId === clipId && upload.audioUrl === audioUrl))
        problems.push(`${clipId} is not the clip of ${audioUrl}`);
    if (JSON.stringify(session?.clipIds) !== JSON.stringify([...clipIds].sort()))
      problems.push('the model was made of other clips');
  }

  await clock.run(live());
  const foreign = await clock.run(Promise.all(others));
  const charges = sandbox.credits.charges.filter(
    ({ apiPath, amount, sessionId = '' }) => apiPath.endsWith('/create') && amount > 0 && !foreign.includes(sessionId),
  );
  if (charges.length > mayCharge) problems.push(`${charges.length} charges where ${mayCharge} may be`);
  return { problems, lives };

  /** A create of the same account that has nothing to do with the training. */
  async function createByAnother(server: Sandbox, afterMs: number): Promise<string> {
    await clock.sleep(afterMs);
    const client = createClient({
      apiKey: server.apiKey,
      baseUrl: server.baseUrl,
      fetch: server.fetch,
      clock,
      random: () => 0.5,
    });
    try {
      const { sessionId } = await client.customModel.prepare();
      await client.customModel.create({ sessionId, name: 'other', clipIds: ['1', '2', '3', '4', '5', '6'] }).catch(() => {});
      return sessionId;
    } catch {
      return '';
    }
  }
}

function stateOf(texts: ReadonlyMap<string, string>): TrainingState | undefined {
  const [text] = texts.values();
  return text === undefined ? undefined : (JSON.parse(text) as TrainingState);
}

function deathAtSave(random: () => number): { save: { number: number; when: 'before' | 'after' } } {
  return { save: { number: 1 + Math.floor(random() * 25), when: random() < 0.5 ? 'before' : 'after' } };
}
