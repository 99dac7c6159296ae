import { createSandbox, createVirtualClock, type FaultRule, type VirtualClock } from '@mountsea-suno/sandbox';
import { describe, expect, it } from 'vitest';
import { type CanonicalState, canonical } from '../support/canonical.ts';
import type { CrashPoint, Death } from '../support/life.ts';
import { describe as describeEnd, type Subject } from '../support/run-cell.ts';
import { runLife, type Step } from '../support/run-training.ts';
import { saveAfterSending } from '../support/wrong-subjects.ts';

const faults: Record<string, FaultRule | undefined> = {
  'every response arrives': undefined,
  'the response to create is lost, the server acted': { operation: 'customModel.create', kind: 'reset', when: 'after' },
  'the response to create is lost, the server did not act': { operation: 'customModel.create', kind: 'reset', when: 'before' },
};

interface Outcome {
  state: CanonicalState;
  end: string;
  /** How often each point was reached before the crash, or in all. */
  reached: ReadonlyMap<CrashPoint, number>;
}

interface Circumstances {
  files: number;
  fault?: FaultRule | undefined;
  crash?: Death['point'];
  subject?: Subject;
  /** How long after its response a create shows. */
  createCommitDelayMs?: number;
}

/** Runs a training that crashes at one point, if any, and is resumed by another process. */
async function run(clock: VirtualClock, circumstances: Circumstances): Promise<Outcome> {
  const { files, fault, crash, subject, createCommitDelayMs = 0 } = circumstances;
  const sandbox = createSandbox({ clock, durations: { create: 35_000 }, keepCalls: 1, switches: { createCommitDelayMs } });
  if (fault) sandbox.faults.add(fault);
  const step: Step = { sandbox, clock, disk: { texts: new Map() }, random: () => 0.5, files, ...subject };
  let { end, life } = await runLife({ ...step, death: { ...(crash && { point: crash }) } });
  const { reached } = life;
  if (crash) {
    expect(end.type).toBe('died');
    ({ end, life } = await runLife(step));
  }
  return { state: canonical(sandbox.snapshot()), end: describeEnd(end), reached };
}

/** Runs it once undisturbed, and then once with a crash each time that a point is reached. */
async function crashEverywhere(
  circumstances: Circumstances,
): Promise<{ undisturbed: Outcome; crashed: (Outcome & { crash: Death['point'] })[] }> {
  const clock = createVirtualClock();
  const undisturbed = await clock.run(run(clock, circumstances));
  const crashes = [...undisturbed.reached].flatMap(([name, times]) =>
    Array.from({ length: times }, (_, index) => ({ name, time: index + 1 })),
  );
  const later = createVirtualClock();
  const all = crashes.map(async (crash) => ({ crash, ...(await run(later, { ...circumstances, crash })) }));
  return { undisturbed, crashed: await later.run(Promise.all(all)) };
}

describe.each(Object.keys(faults))('where %s', (name) => {
  it.each([6, 9])(
    'a crash at any point leaves the server as no crash would, with %i files',
    { timeout: 120_000 },
    async (files) => {
      const { undisturbed, crashed } = await crashEverywhere({ files, fault: faults[name] });
      expect(undisturbed.end).toBe('done');
      expect(undisturbed.state.sessions.map(({ songs }) => songs.length)).toEqual([files]);
      for (const { crash, end, state } of crashed)
        expect({ crash, end, state }).toEqual({ crash, end: 'done', state: undisturbed.state });
      process.stdout.write(`crash matrix, ${files} files, ${name}: ${crashed.length} crashes\n`);
    },
  );
});

it('reaches every crash point that there is', async () => {
  const clock = createVirtualClock();
  const fault = faults['the response to create is lost, the server did not act'];
  const { reached } = await clock.run(run(clock, { files: 6, fault }));
  const kinds = ['prepare', 'upload', 'poll', 'create', 'ledger', 'save'];
  expect([...reached.keys()].sort()).toEqual(
    ['after', 'before'].flatMap((when) => kinds.map((kind) => `${when}-${kind}`)).sort(),
  );
});

it('catches a workflow that saves the intent after sending', async () => {
  // A create that shows at once would be found by the poll before the next one.
  const { undisturbed, crashed } = await crashEverywhere({ files: 6, subject: saveAfterSending, createCommitDelayMs: 30_000 });
  const wrong = crashed.filter(({ state }) => state.charges.length > undisturbed.state.charges.length);
  expect(wrong.map(({ crash }) => crash?.name)).toContain('after-create');
});
