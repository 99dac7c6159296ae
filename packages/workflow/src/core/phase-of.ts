import type { TrainingPhase } from '../events/training-event.ts';
import type { TrainingState } from '../state/training-state.ts';
import { clipsOf, isOpen } from './decide.ts';

/** The stage that a training is in. */
export function phaseOf(state: TrainingState): TrainingPhase {
  const outcome = state.creates.at(-1)?.outcome;
  if (state.model) return 'done';
  if (outcome === 'accepted') return 'training';
  if ((outcome === 'failed' || outcome === 'refused') && !state.consent) return 'failed';
  if (outcome) return 'creating';
  if (state.sessionId === undefined) return 'preparing';
  if (state.uploads.some(isOpen)) return 'uploading';
  return clipsOf(state).length < state.minClips ? 'failed' : 'creating';
}
