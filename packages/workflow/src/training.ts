import type { CustomModelId } from '@mountsea-suno/client';
import type { TrainingEvent } from './events/training-event.ts';
import type { TrainingState } from './state/training-state.ts';

/** A trained model and what it was made of. */
export interface CustomModel {
  /** The `model` to give to `generate`. */
  id: CustomModelId;
  /** The name under which it was created. */
  name: string;
  /** The session at the API. */
  sessionId: string;
  /** The training that made it. */
  trainingId: string;
  /** Each file that it was made of, and its clip. */
  clips: { audioUrl: string; clipId: string }[];
  /** The credits for the creates that were accepted, 100 each. A create whose outcome is unknown is not counted. */
  credits: number;
  /** The task as the server showed it in the end; undefined if that is longer than 100,000 characters. */
  task: unknown;
}

/**
 * A training that this process drives. It is not a promise itself: `result()` gives one.
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
  /** The id to resume it with. */
  readonly id: string;
  /** The record as it is now: a snapshot that does not change. */
  readonly state: TrainingState;
  /** The events of the training, from its present state on. They end with the run and never throw. There may be any number of listeners. */
  events(): AsyncIterable<TrainingEvent>;
  /** Resolves to the model, or rejects with an error that carries `resumeId`. */
  result(): Promise<CustomModel>;
  /**
   * Ends the run, but not the server's work; resolves when another process may resume the training. `result()` then rejects with an `AbortError`.
   *
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   * import { startTraining } from '@mountsea-suno/workflow';
   *
   * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
   * const training = await startTraining({ client: createClient(), name: 'v6Pro', audioUrls, pollIntervalMs: 50 });
   * await training.detach();
   * console.log(`go on with ${training.id}`);
   * ```
   */
  detach(): Promise<void>;
}
