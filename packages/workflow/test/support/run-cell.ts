import { createSandbox, type VirtualClock } from '@mountsea-suno/sandbox';
import type { LifeOptions } from './life.ts';
import type { Cell } from './matrix-cells.ts';
import { askServer, type Verdict } from './oracle.ts';
import { type End, runLife, type Step } from './run-training.ts';

/** A workflow that is wrong on purpose: what it changes between the training and the world. */
export type Subject = Pick<LifeOptions, 'fetchThrough' | 'keepText'>;

export interface CellResult {
  /** How the training ended before anybody had to decide anything. */
  firstEnd: End;
  verdict: Verdict;
  /** What must not be. Empty: the cell holds. */
  problems: string[];
  /** How often the process saved before it came to an end or died. */
  saves: number;
  /** The saves up to the one that held the first intent of the create in question. */
  savesBeforeIntent: number;
}

/** After this time, what the server has accepted shows. */
const SHOWN_MS = 40_000;

/** Runs one cell to its end, over as many processes as it takes, and asks the server what came of it. */
export async function runCell(cell: Cell, clock: VirtualClock, subject: Subject = {}): Promise<CellResult> {
  const { switches, fault, afterFailure } = cell;
  const durations = { upload: 4000, create: 35_000 };
  const sandbox = createSandbox({ clock, switches, durations, seed: 7, keepCalls: 1 });
  const texts = new Map<string, string>();
  const operation = 'customModel.create';
  const createsBefore = afterFailure ? 1 : 0;
  let savesBeforeIntent = 0;
  let olderCopy = '';
  const keepText = (text: string): boolean => {
    if (createsIn(text) <= createsBefore) savesBeforeIntent += 1;
    if (createsIn(text) === 0) olderCopy = text;
    return subject.keepText?.(text) ?? true;
  };
  const step: Step = { sandbox, clock, disk: { texts }, random: () => 0.5, ...subject, keepText };

  if (afterFailure) {
    sandbox.faults.add({ operation, kind: 'fail-task', failReason: 'Invalid parameters' });
    await runLife(step);
    savesBeforeIntent = 0;
  }
  if (fault.rule) sandbox.faults.add({ operation, ...fault.rule });
  let mayCharge = afterFailure ? 2 : 1;

  const again = afterFailure ? { resume: { name: 'v6Pro2' } } : {};
  const first = await runLife({ ...step, ...again, death: cell.death });
  const savesBefore = savesBeforeIntent;
  let { end } = first;
  if (end.type === 'died') {
    // A process that died before it saved the intent has left no trace of the decision to create again.
    const intended = [...texts.values()].some((text) => createsIn(text) > createsBefore);
    ({ end } = await runLife({ ...step, ...(intended ? {} : again) }));
  }

  const problems: string[] = [];
  const check = (holds: boolean, problem: string): void => {
    if (!holds) problems.push(problem);
  };
  if (cell.olderCopy) {
    await clock.sleep(SHOWN_MS);
    for (const id of texts.keys()) texts.set(id, olderCopy);
    const { accepted } = askServer(sandbox);
    ({ end } = await runLife(step));
    const failed = end.type === 'error' && end.code === 'training_failed';
    check(!failed || askServer(sandbox).accepted === Math.max(accepted, 1), 'created on again without a confirmation');
  }

  const firstEnd = end;
  while (end.type === 'error' && end.code === 'training_failed' && cell.olderCopy) {
    mayCharge = askServer(sandbox).accepted + 1;
    ({ end } = await runLife({ ...step, resume: { name: 'v6Pro4' } }));
  }
  let verdict = askServer(sandbox);
  if (end.type === 'done') {
    check(verdict.models.includes(end.model.id), `the model ${end.model.id} does not exist`);
    check(verdict.charges >= 1, 'done without a charge');
  } else if (end.type === 'error' && end.code === 'create_outcome_unknown') {
    // To a record that knows of no create, a bare uuid may be anything.
    const isDoubtful = cell.olderCopy && switches.modelIdKey === 'bare-uuid';
    check(verdict.accepted < mayCharge || isDoubtful, 'the create was accepted, and the session shows it');
    if (isDoubtful && verdict.accepted === mayCharge) return { firstEnd, verdict, problems, saves: 0, savesBeforeIntent: 0 };
    check(switches.ledger === 'absent', 'the ledger proves that nothing was accepted');
    check(!fault.knownFromResponse || cell.death !== undefined, 'the response said it');
    const stillUnknown = await runLife(step);
    check(
      stillUnknown.end.type === 'error' && stillUnknown.end.code === 'create_outcome_unknown',
      'resuming gave it another end',
    );
    check(askServer(sandbox).accepted === verdict.accepted, 'resuming sent it again');
    sandbox.faults.clear();
    ({ end } = await runLife({ ...step, resume: { resendCreate: true } }));
    check(end.type === 'done', `resending did not complete it: ${describe(end)}`);
    verdict = askServer(sandbox);
  } else if (end.type === 'error' && end.code === fault.refusal) {
    check(verdict.accepted < mayCharge, 'the create was accepted, and not refused');
    ({ end } = await runLife({ ...step, resume: { name: 'v6Pro3' } }));
    check(end.type === 'done', `creating again did not complete it: ${describe(end)}`);
    verdict = askServer(sandbox);
  } else problems.push(`ended as ${describe(end)}`);
  check(verdict.charges <= mayCharge, `${verdict.charges} charges where ${mayCharge} may be`);
  check(verdict.accepted <= mayCharge, `${verdict.accepted} creates where ${mayCharge} may be`);
  return { firstEnd, verdict, problems, saves: first.life.saves(), savesBeforeIntent: savesBefore };
}

export function describe(end: End): string {
  return end.type === 'error' ? `${end.code} (${String(end.error)})` : end.type;
}

/** How many intents to create a record holds. */
const createsIn = (text: string): number => text.split('"intendedAt"').length - 1;
