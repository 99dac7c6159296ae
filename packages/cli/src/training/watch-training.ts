import { setTimeout as sleep } from 'node:timers/promises';
import { printableText } from '@mountsea-suno/internal';
import {
  diffEvents,
  type TrainingEvent,
  TrainingLockedError,
  type TrainingState,
  type TrainingStore,
  trainingProgress,
} from '@mountsea-suno/workflow';
import { openStore } from '../client-and-store.ts';
import type { ConfiguredContext } from '../context.ts';
import { WatchEndedError } from '../errors.ts';
import { createDisplay } from '../progress/display.ts';
import { loadFiles } from '../songs/song-files.ts';
import { songLabel } from '../text/format.ts';
import { findTraining, loadTraining } from './find-training.ts';

/** The record is read again this often. */
const readIntervalMs = 500;
/** After this many reads without a change, the lock is checked to see whether a process still drives the training. */
const unchangedReads = 20;
/** Progress is shown when the fraction has grown by at least this much. */
const progressStep = 0.005;

/**
 * Shows a training by reading its record as another process changes it; sends nothing. With `--json` it writes a line per event. Rejects with a
 * WatchEndedError when the training fails, or no process drives it.
 */
export async function watchTraining(given: string | undefined, context: ConfiguredContext): Promise<void> {
  const { output, signal } = context;
  const store = openStore(context);
  const { id, name } = await findTraining(store, given);
  context.setNextStep({ command: `trainings watch ${id}` });
  let state = await loadTraining(store, id);
  const fileOf = await loadFiles(context, id);
  const labels = state.uploads.map(({ audioUrl }) => songLabel(fileOf(audioUrl) ?? audioUrl));
  let ended = false;
  const display = output.json
    ? undefined
    : createDisplay({ output, name, labels, now: () => (ended ? state.updatedAt : Date.now()) });
  const durations = await store.loadDurations?.().catch(() => undefined);
  let reached = -1;
  const show = (event: TrainingEvent): void => (output.json ? output.item(event, []) : display?.event(event));
  const report = (before: TrainingState | undefined): void => {
    const events = diffEvents(before, state, state.updatedAt);
    ended ||= events.some((event) => event.type === 'phase' && (event.phase === 'done' || event.phase === 'failed'));
    events.forEach(show);
    const progress = trainingProgress(state, ended ? state.updatedAt : Date.now(), durations);
    if (!ended && before !== undefined && progress.fraction - reached < progressStep) return;
    reached = progress.fraction;
    show(progress);
  };
  try {
    report(undefined);
    for (let unchanged = unchangedReads; !ended; unchanged += 1) {
      if (unchanged >= unchangedReads) {
        if (!(await isDriven(store, id))) {
          context.setNextStep({ command: `resume ${id}`, resumeId: id });
          throw new WatchEndedError('not_driven', 'no process drives this training');
        }
        unchanged = 0;
      }
      await sleep(readIntervalMs, undefined, { signal }).catch(() => signal.throwIfAborted());
      const before = state;
      state = await loadTraining(store, id);
      if (state.updatedAt !== before.updatedAt) unchanged = 0;
      report(before);
    }
  } finally {
    display?.end();
  }
  if (state.model === undefined) {
    context.setNextStep({ command: `resume ${id}`, resumeId: id });
    const { problem = 'the reason is not known' } = await findTraining(store, id);
    throw new WatchEndedError(state.creates.length > 0 ? 'training_failed' : 'upload_failed', `the training failed: ${problem}`);
  }
  if (output.json) return;
  output.note('');
  output.result({}, [`Model    ${printableText(state.model.id, 100)}`]);
}

/** Whether a process drives the training. To find out, it takes the lock for a moment if nobody holds it. */
async function isDriven(store: TrainingStore, id: string): Promise<boolean> {
  try {
    await (await store.lock(id)).release();
    return false;
  } catch (error) {
    if (error instanceof TrainingLockedError) return true;
    throw error;
  }
}
