import type { CustomModelId } from '@mountsea-suno/client';
import { clipsOf } from '../core/decide.ts';
import type { TrainingState } from '../state/training-state.ts';
import type { CustomModel } from '../training.ts';

const CREATE_CREDITS = 100;

/** The model of a finished training. */
export function modelOf(state: TrainingState): CustomModel {
  const { id, name, model, sessionId = '', creates } = state;
  const accepted = creates.filter(({ outcome }) => outcome === 'succeeded' || outcome === 'failed');
  return {
    id: model?.id as CustomModelId,
    name: creates.at(-1)?.name ?? name,
    sessionId,
    trainingId: id,
    clips: clipsOf(state),
    credits: accepted.length * CREATE_CREDITS,
    task: model?.task,
  };
}
