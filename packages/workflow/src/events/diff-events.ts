import { urlWithoutSecrets } from '@mountsea-suno/internal';
import { isKnown } from '../core/session-signal.ts';
import { phaseOf, type TrainingPhase } from '../core/training-phase.ts';
import type { CreateAttempt, CreateOutcome, TrainingState } from '../state/training-state.ts';
import type { CreateEvent, TrainingEvent } from './training-event.ts';

/**
 * The events that lead a listener from `before`, or from knowing nothing, to `after`.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { diffEvents, startTraining } from '@mountsea-suno/workflow';
 *
 * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
 * const training = await startTraining({ client: createClient(), name: 'v6Pro', audioUrls, pollIntervalMs: 50 });
 * console.log(diffEvents(undefined, training.state, Date.now()).length); // the phase, and one for each file
 * await training.detach();
 * ```
 */
export function diffEvents(before: TrainingState | undefined, after: TrainingState, at: number): TrainingEvent[] {
  const events: TrainingEvent[] = [];
  const base = { at, trainingId: after.id };
  const phase = phaseOf(after);
  const isNewPhase = !before || phaseOf(before) !== phase;
  // The event of a phase comes after what led to the phase and before what happens in it.
  const enterPhase = (...phases: TrainingPhase[]): void => {
    if (isNewPhase && phases.includes(phase)) events.push({ ...base, type: 'phase', phase });
  };
  enterPhase('preparing', 'uploading');
  after.uploads.forEach((upload, index) => {
    const known = before?.uploads[index];
    const { status, attempt, clipId, failReason, taskStatus } = upload;
    if (upload === known) return;
    if (status !== known?.status || attempt !== known.attempt)
      events.push({
        ...base,
        type: 'upload',
        index,
        audioUrl: urlWithoutSecrets(upload.audioUrl),
        status,
        attempt,
        clipId,
        reason: failReason,
      });
    if (taskStatus !== known?.taskStatus) events.push(...unknownStatus(base, taskStatus));
  });
  enterPhase('creating');
  const attempt = after.creates.at(-1);
  const known = before?.creates.length === after.creates.length ? before.creates.at(-1) : undefined;
  if (attempt && attempt.outcome !== known?.outcome)
    for (const status of createSteps[attempt.outcome]) events.push({ ...base, type: 'create', status });
  enterPhase('training');
  const status = attempt?.lastSnapshot?.status;
  if (status !== undefined && status !== known?.lastSnapshot?.status)
    events.push({ ...base, type: 'task', status }, ...unknownStatus(base, status));
  if (lacksModel(attempt) && !lacksModel(known))
    events.push({
      ...base,
      type: 'warning',
      code: 'model_missing',
      message:
        'The task has succeeded, but its response holds no model id. It is polled until the id appears or the deadline passes.',
    });
  enterPhase('done', 'failed');
  return events;
}

const createSteps: Record<CreateOutcome, CreateEvent['status'][]> = {
  intended: ['intended'],
  'outcome-unknown': ['outcome-unknown', 'reconciling'],
  accepted: ['accepted'],
  refused: ['refused'],
  'not-accepted': ['refused'],
  failed: [],
  succeeded: [],
};

/** Whether the session has changed to `success` since the create, so that only the id of the model is missing. */
function lacksModel(attempt: CreateAttempt | undefined): boolean {
  return attempt?.outcome === 'accepted' && attempt.sessionChanged === true && attempt.lastSnapshot?.status === 'success';
}

function unknownStatus(base: { at: number; trainingId: string }, status: string | undefined): TrainingEvent[] {
  return status === undefined || isKnown(status) ? [] : [{ ...base, type: 'unknown', status }];
}
