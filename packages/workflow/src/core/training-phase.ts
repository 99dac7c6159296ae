import type { TrainingState, UploadState } from '../state/training-state.ts';

/** The phases of a training. */
export type TrainingPhase = 'preparing' | 'uploading' | 'creating' | 'training' | 'done' | 'failed';

/** The phase that a training is in. */
export function phaseOf(state: TrainingState): TrainingPhase {
  const outcome = state.creates.at(-1)?.outcome;
  if (state.model) return 'done';
  if (outcome === 'accepted') return 'training';
  if ((outcome === 'failed' || outcome === 'refused') && !state.confirmation) return 'failed';
  if (outcome) return 'creating';
  if (state.sessionId === undefined) return 'preparing';
  if (state.uploads.some(isUploadOpen)) return 'uploading';
  return clipsOf(state).length < state.minClips ? 'failed' : 'creating';
}

/** The clips of the files that are done, in the order of the files. */
export function clipsOf(state: TrainingState): { audioUrl: string; clipId: string }[] {
  return state.uploads.flatMap(({ audioUrl, clipId, status }) => (status === 'done' && clipId ? [{ audioUrl, clipId }] : []));
}

/** Whether a file has neither become a clip nor failed for good. */
export function isUploadOpen({ status }: UploadState): boolean {
  return status !== 'done' && status !== 'failed';
}
