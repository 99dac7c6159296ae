import { setTimeout as sleep } from 'node:timers/promises';
import { diffEvents, TrainingLockedError, type TrainingState, type TrainingStore } from '@mountsea-suno/workflow';
import { type Context, openStore } from '../context.ts';
import { createDisplay } from '../progress/display.ts';
import { plain } from '../text/plain.ts';
import { songLabel } from '../text/song-label.ts';
import { loadTraining } from './load-training.ts';
import { findTraining } from './training-id.ts';

const lookIntervalMs = 500;

const quietLooks = 20;
const canBeResumed = 7;

/**
 * `mountsea-suno trainings watch`: reads the record as another process changes it; sends nothing. With `--json` a line per event. Ends with
 * 7 when no process drives the training.
 */
export async function watch(given: string | undefined, context: Context): Promise<number> {
  const { output, signal } = context;
  const store = openStore(context);
  const { id, name } = await findTraining(store, given);
  let state = await loadTraining(store, id);
  const labels = state.uploads.map((upload) => songLabel(upload.audioUrl));
  const display = output.json ? undefined : createDisplay({ output, name, labels, now: () => Date.now() });
  const tell = (before: TrainingState | undefined): boolean => {
    let ended = false;
    for (const event of diffEvents(before, state, Date.now())) {
      if (output.json) output.item(event, []);
      else display?.event(event);
      ended ||= event.type === 'phase' && (event.phase === 'done' || event.phase === 'failed');
    }
    return ended;
  };
  try {
    let ended = tell(undefined);
    for (let unchanged = quietLooks; !ended; unchanged += 1) {
      if (unchanged >= quietLooks) {
        if (!(await isDriven(store, id))) {
          display?.end();
          output.warn(`no process drives this training; it can be resumed: mountsea-suno resume ${id}`);
          return canBeResumed;
        }
        unchanged = 0;
      }
      await sleep(lookIntervalMs, undefined, { signal }).catch(() => signal.throwIfAborted());
      const before = state;
      state = await loadTraining(store, id);
      if (state.updatedAt !== before.updatedAt) unchanged = 0;
      ended = tell(before);
    }
  } finally {
    display?.end();
  }
  if (!output.json && state.model !== undefined) output.result({}, [`Model    ${plain(state.model.id, 100)}`]);
  return 0;
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
