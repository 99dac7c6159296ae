import { phaseOf } from '../core/phase-of.ts';
import { isKnown } from '../core/session-evidence.ts';
import type { CreateAttempt, CreateOutcome, TrainingState } from '../state/training-state.ts';
import { withoutQuery } from '../text/without-query.ts';
import type { CreateEvent, TrainingEvent, TrainingPhase } from './training-event.ts';

const createSteps: Record<CreateOutcome, CreateEvent['status'][]> = {
  intended: ['intended'],
  'outcome-unknown': ['outcome-unknown', 'reconciling'],
  accepted: ['accepted'],
  refused: ['refused'],
  'not-accepted': ['refused'],
  failed: [],
  succeeded: [],
};

/**
 * What a listener who knew `before` (or nothing) is told of `after`.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { diffEvents, startTraining } from '@mountsea-suno/workflow';
 *
 * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
 * const training = await startTraining({ client: createClient(), name: 'v6Pro', audioUrls, pollIntervalMs: 50 });
 * console.log(diffEvents(undefined, training.state, Date.now()).length); // the stage, and a line for each file
 * await training.detach();
 * ```
 */
export function diffEvents(before: TrainingState | undefined, after: TrainingState, at: number): TrainingEvent[] {
  const events: TrainingEvent[] = [];
  const base = { at, trainingId: after.id };
  const phase = phaseOf(after);
  const entered = !before || phaseOf(before) !== phase;
  // A stage is told after what led to it and before what happens in it.
  const enter = (...stages: TrainingPhase[]): void => {
    if (entered && stages.includes(phase)) events.push({ ...base, type: 'phase', phase });
  };
  enter('preparing', 'uploading');
  after.uploads.forEach((upload, index) => {
    const known = before?.uploads[index];
    const { status, attempt, clipId, failReason, taskStatus } = upload;
    if (upload === known) return;
    if (status !== known?.status || attempt !== known.attempt)
      events.push({
        ...base,
        type: 'upload',
        index,
        audioUrl: withoutQuery(upload.audioUrl),
        status,
        attempt,
        clipId,
        reason: failReason,
      });
    if (taskStatus !== known?.taskStatus) events.push(...unknown(base, taskStatus));
  });
  enter('creating');
  const attempt = after.creates.at(-1);
  const known = before?.creates.length === after.creates.length ? before.creates.at(-1) : undefined;
  if (attempt && attempt.outcome !== known?.outcome)
    for (const status of createSteps[attempt.outcome]) events.push({ ...base, type: 'create', status });
  enter('training');
  const status = attempt?.seen?.status;
  if (status !== undefined && status !== known?.seen?.status)
    events.push({ ...base, type: 'task', status }, ...unknown(base, status));
  if (lacksModel(attempt) && !lacksModel(known))
    events.push({
      ...base,
      type: 'warning',
      code: 'model_missing',
      message: 'The task has succeeded, and its answer holds no model id. It is looked at until it does, or until the deadline.',
    });
  enter('done', 'failed');
  return events;
}

/** A `success` that the session has come to since the create. The model's id is all that is missing. */
function lacksModel(attempt: CreateAttempt | undefined): boolean {
  return attempt?.outcome === 'accepted' && attempt.moved === true && attempt.seen?.status === 'success';
}

function unknown(base: { at: number; trainingId: string }, status: string | undefined): TrainingEvent[] {
  return status === undefined || isKnown(status) ? [] : [{ ...base, type: 'unknown', status }];
}
