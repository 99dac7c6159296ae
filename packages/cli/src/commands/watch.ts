import { setTimeout as sleep } from 'node:timers/promises';
import {
  diffEvents,
  type TrainingEvent,
  TrainingLockedError,
  type TrainingState,
  type TrainingStore,
  trainingProgress,
} from '@mountsea-suno/workflow';
import { type Context, openStore } from '../context.ts';
import { createDisplay } from '../progress/display.ts';
import { loadFiles } from '../songs/song-files.ts';
import { plain } from '../text/plain.ts';
import { songLabel } from '../text/song-label.ts';
import { loadTraining } from './load-training.ts';
import { findTraining } from './training-id.ts';
import { WatchEndedError } from './watch-ended-error.ts';

const lookIntervalMs = 500;

const quietLooks = 20;

/** Progress is told when it went on by so much. */
const progressStep = 0.005;

/**
 * `mountsea-suno trainings watch`: reads the record as another process changes it; sends nothing. With `--json` a line per event. Rejects with
 * a WatchEndedError when the training fails, or no process drives it.
 */
export async function watch(given: string | undefined, context: Context): Promise<void> {
  const { output, signal } = context;
  const store = openStore(context);
  const { id, name } = await findTraining(store, given);
  context.resumable({ command: `trainings watch ${id}` });
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
  const tell = (before: TrainingState | undefined): void => {
    const events = diffEvents(before, state, state.updatedAt);
    ended ||= events.some((event) => event.type === 'phase' && (event.phase === 'done' || event.phase === 'failed'));
    events.forEach(show);
    const progress = trainingProgress(state, ended ? state.updatedAt : Date.now(), durations);
    if (!ended && before !== undefined && progress.fraction - reached < progressStep) return;
    reached = progress.fraction;
    show(progress);
  };
  try {
    tell(undefined);
    for (let unchanged = quietLooks; !ended; unchanged += 1) {
      if (unchanged >= quietLooks) {
        if (!(await isDriven(store, id))) {
          context.resumable({ command: `resume ${id}`, resumeId: id });
          throw new WatchEndedError('not_driven', 'no process drives this training');
        }
        unchanged = 0;
      }
      await sleep(lookIntervalMs, undefined, { signal }).catch(() => signal.throwIfAborted());
      const before = state;
      state = await loadTraining(store, id);
      if (state.updatedAt !== before.updatedAt) unchanged = 0;
      tell(before);
    }
  } finally {
    display?.end();
  }
  if (state.model === undefined) {
    context.resumable({ command: `resume ${id}`, resumeId: id });
    const { problem = 'no reason is known' } = await findTraining(store, id);
    throw new WatchEndedError(state.creates.length > 0 ? 'training_failed' : 'upload_failed', `the training failed: ${problem}`);
  }
  if (output.json) return;
  output.note('');
  output.result({}, [`Model    ${plain(state.model.id, 100)}`]);
}

/** Whether some process holds the training; looking means to take the lock for a moment where nobody does. */
async function isDriven(store: TrainingStore, id: string): Promise<boolean> {
  try {
    await (await store.lock(id)).release();
    return false;
  } catch (error) {
    if (error instanceof TrainingLockedError) return true;
    throw error;
  }
}
