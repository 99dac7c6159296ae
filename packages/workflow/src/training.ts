import type { CustomModelId } from '@mountsea-suno/client';
import type { TrainingEvent } from './events/training-event.ts';
import type { TrainingState } from './state/training-state.ts';

/**
 * A trained model and what it was made of.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import type { CustomModel } from '@mountsea-suno/workflow';
 *
 * async function sing({ id }: CustomModel): Promise<string> {
 *   const { taskId } = await createClient().generate({ task: 'create', model: id, gpt_description_prompt: 'a song about rain' });
 *   return taskId;
 * }
 * console.log(typeof sing);
 * ```
 */
export interface CustomModel {
  /** Goes into `model` of `generate`. */
  id: CustomModelId;
  /** Under which it was created. */
  name: string;
  /** At the API. */
  sessionId: string;
  /** Of the training that made it. */
  trainingId: string;
  /** What it was made of: each file and its clip. */
  clips: { audioUrl: string; clipId: string }[];
  /** Credits for the creates that were accepted, 100 each. A create of which the outcome is unknown is not counted. */
  credits: number;
  /** The task as the server showed it in the end; undefined where that is more than 100,000 characters. */
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
  /**
   * What happens, on change only. A late listener gets the present first. Ends with the run; never throws. Any number of listeners.
   *
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   * import { startTraining } from '@mountsea-suno/workflow';
   *
   * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
   * const training = await startTraining({ client: createClient(), name: 'v6Pro', audioUrls, pollIntervalMs: 50 });
   * for await (const { type } of training.events()) if (type === 'task') break;
   * await training.detach();
   * ```
   */
  events(): AsyncIterable<TrainingEvent>;
  /**
   * The model, or what went wrong: every error carries `resumeId`.
   *
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   * import { startTraining } from '@mountsea-suno/workflow';
   *
   * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
   * const training = await startTraining({ client: createClient(), name: 'v6Pro', audioUrls, pollIntervalMs: 50 });
   * const { id, clips } = await training.result();
   * console.log(id, clips.length);
   * ```
   */
  result(): Promise<CustomModel>;
  /**
   * Stops driving without stopping the server's work; resolves when the training may be resumed by another. `result()` then rejects with an `AbortError`.
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
