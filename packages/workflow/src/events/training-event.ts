import type { UploadStatus } from '../state/training-state.ts';

/**
 * The stages of a training.
 *
 * @example
 * ```ts
 * import type { TrainingPhase } from '@mountsea-suno/workflow';
 *
 * const last: TrainingPhase[] = ['done', 'failed'];
 * console.log(last.length);
 * ```
 */
export type TrainingPhase = 'preparing' | 'uploading' | 'creating' | 'training' | 'done' | 'failed';

interface EventBase {
  /** When, ms since epoch. */
  at: number;
  trainingId: string;
}

/**
 * The training entered a stage.
 *
 * @example
 * ```ts
 * import type { PhaseEvent } from '@mountsea-suno/workflow';
 *
 * const event: PhaseEvent = { type: 'phase', phase: 'uploading', at: 0, trainingId: 'a-training' };
 * console.log(event.phase);
 * ```
 */
export interface PhaseEvent extends EventBase {
  /** Tells the events apart. */
  type: 'phase';
  /** The stage that begins. */
  phase: TrainingPhase;
}

/**
 * A file went one step further.
 *
 * @example
 * ```ts
 * import type { UploadEvent } from '@mountsea-suno/workflow';
 *
 * const event: UploadEvent = { type: 'upload', index: 0, audioUrl: 'https://songs.example.com/1.mp3', status: 'done', attempt: 1, clipId: 'a-clip', at: 0, trainingId: 'a-training' };
 * console.log(event.clipId);
 * ```
 */
export interface UploadEvent extends EventBase {
  /** Tells the events apart. */
  type: 'upload';
  /** Of the file, from 0, in the order given. */
  index: number;
  /** Without its query, which may hold a signature. */
  audioUrl: string;
  /** The step. */
  status: UploadStatus;
  /** How often the file was sent in this run. */
  attempt: number;
  /** With the status `done`. */
  clipId?: string | undefined;
  /** Why it failed or is sent again. */
  reason?: string | undefined;
}

/**
 * The create went one step further.
 *
 * @example
 * ```ts
 * import type { CreateEvent } from '@mountsea-suno/workflow';
 *
 * const event: CreateEvent = { type: 'create', status: 'accepted', at: 0, trainingId: 'a-training' };
 * console.log(event.status);
 * ```
 */
export interface CreateEvent extends EventBase {
  /** Tells the events apart. */
  type: 'create';
  /** The step. `reconciling`: it is being found out whether a create of which the answer is lost was accepted. */
  status: 'intended' | 'accepted' | 'refused' | 'outcome-unknown' | 'reconciling';
}

/**
 * The training task shows another status.
 *
 * @example
 * ```ts
 * import type { TaskEvent } from '@mountsea-suno/workflow';
 *
 * const event: TaskEvent = { type: 'task', status: 'running', at: 0, trainingId: 'a-training' };
 * console.log(event.status);
 * ```
 */
export interface TaskEvent extends EventBase {
  /** Tells the events apart. */
  type: 'task';
  /** In the server’s words. */
  status: string;
}

/**
 * A status that this release does not know; it is waited on like a running one. Sent once per status.
 *
 * @example
 * ```ts
 * import type { UnknownStatusEvent } from '@mountsea-suno/workflow';
 *
 * const event: UnknownStatusEvent = { type: 'unknown', status: 'dreaming', at: 0, trainingId: 'a-training' };
 * console.log(event.status);
 * ```
 */
export interface UnknownStatusEvent extends EventBase {
  /** Tells the events apart. */
  type: 'unknown';
  /** In the server’s words. Untrusted. */
  status: string;
}

/**
 * How far the training is, by what such trainings took before.
 *
 * @example
 * ```ts
 * import type { ProgressEvent } from '@mountsea-suno/workflow';
 *
 * const event: ProgressEvent = { type: 'progress', fraction: 0.5, elapsedMs: 90_000, remainingMs: 90_000, at: 0, trainingId: 'a-training' };
 * console.log(event.fraction);
 * ```
 */
export interface ProgressEvent extends EventBase {
  /** Tells the events apart. */
  type: 'progress';
  /** From 0 to 1; never falls within a run. */
  fraction: number;
  /** Since the training was begun. */
  elapsedMs: number;
  /** Median time still to go. */
  remainingMs?: number;
}

/**
 * Something the owner should know; the training goes on.
 *
 * @example
 * ```ts
 * import type { WarningEvent } from '@mountsea-suno/workflow';
 *
 * const event: WarningEvent = { type: 'warning', code: 'name_long', message: 'The name is long.', at: 0, trainingId: 'a-training' };
 * console.log(event.message);
 * ```
 */
export interface WarningEvent extends EventBase {
  /** Tells the events apart. */
  type: 'warning';
  /** For people. */
  message: string;
  /** Such as 'name_long', 'credits_unavailable', 'model_missing'. */
  code: string;
}

/**
 * A call failed and will be made again.
 *
 * @example
 * ```ts
 * import type { TroubleEvent } from '@mountsea-suno/workflow';
 *
 * const event: TroubleEvent = { type: 'trouble', code: 'server_error', message: 'The server failed.', retryInMs: 1000, at: 0, trainingId: 'a-training' };
 * console.log(event.retryInMs);
 * ```
 */
export interface TroubleEvent extends EventBase {
  /** Tells the events apart. */
  type: 'trouble';
  /** For people. */
  message: string;
  /** The code of the error, see `errorTable`. */
  code: string;
  /** How long it waits before. */
  retryInMs: number;
}

/**
 * What `training.events()` gives, told apart by `type`.
 *
 * @example
 * ```ts
 * import type { TrainingEvent } from '@mountsea-suno/workflow';
 *
 * function line(event: TrainingEvent): string {
 *   if (event.type === 'upload') return `${event.index}: ${event.status}`;
 *   if (event.type === 'progress') return `${Math.round(event.fraction * 100)} %`;
 *   return event.type;
 * }
 * console.log(line({ type: 'phase', phase: 'preparing', at: 0, trainingId: 'a-training' }));
 * ```
 */
export type TrainingEvent =
  | PhaseEvent
  | UploadEvent
  | CreateEvent
  | TaskEvent
  | UnknownStatusEvent
  | ProgressEvent
  | WarningEvent
  | TroubleEvent;
