import { apply } from '../core/apply.ts';
import type { Outcome } from '../core/outcome.ts';
import type { TrainingState } from '../state/training-state.ts';
import type { TrainingStore } from '../store/training-store.ts';

/** The record of a running training, in memory and in its store. */
export interface TrainingRecord {
  readonly state: TrainingState;
  /** Applies an outcome to the state; resolves when the store has saved the result. */
  commit(outcome: Outcome): Promise<void>;
  /** Saves the record as it is. */
  save(): Promise<void>;
}

interface RecordOptions {
  store: TrainingStore;
  onChange: (before: TrainingState, after: TrainingState, at: number) => void;
}

export function openRecord(initial: TrainingState, { store, onChange }: RecordOptions): TrainingRecord {
  let state = initial;
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  /** Saves one after the other. Changes that are made while a save is under way share the next one. */
  function save(): Promise<void> {
    next ??= last = last.then(async () => {
      next = undefined;
      await store.save(state.id, JSON.stringify(state));
    });
    return next;
  }

  return {
    get state() {
      return state;
    },
    save,
    async commit(outcome) {
      const before = state;
      state = apply(state, outcome);
      if (state === before) return;
      onChange(before, state, outcome.at);
      await save();
    },
  };
}
