import type { CustomModelId } from '@mountsea-suno/client';
import type { TrainingEvent } from './events/training-event.ts';
import type { TrainingState } from './state/training-state.ts';

/** A trained model and what it was made of. */
export interface CustomModel {
  /** Goes into `model` of `generate`. */
  id: CustomModelId;
  name: string;
  sessionId: string;
  trainingId: string;
  clips: { audioUrl: string; clipId: string }[];
  /** Credits for the creates that were accepted, 100 each. A create of which the outcome is unknown is not counted. */
  credits: number;
  /** The task as the server showed it in the end. */
  task: unknown;
}

/**
 * A training that is being driven by this process. Not a promise: `result()` is.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { startTraining } from '@mountsea-suno/workflow';
 *
 * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
 * const training = await startTraining({ client: createClient(), name: 'v6Pro', audioUrls, pollIntervalMs: 50 });
 * console.log(`resume with ${training.id}`);
 * for await (const event of training.events()) if (event.type === 'phase') console.log(event.phase);
 * console.log((await training.result()).id);
 * ```
 */
export interface Training {
  /** With which to resume. */
  readonly id: string;
  /** The record as it is now; a snapshot that does not change. */
  readonly state: TrainingState;
  /** What happens, on change only. A late listener gets the present first. Ends with the run; never throws. Any number of listeners. */
  events(): AsyncIterable<TrainingEvent>;
  /** The model, or what went wrong: every error carries `resumeId`. */
  result(): Promise<CustomModel>;
  /** Stops driving without stopping the server's work; resolves when the training may be resumed by another. `result()` then rejects with an `AbortError`. */
  detach(): Promise<void>;
}
