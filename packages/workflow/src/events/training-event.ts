import type { TrainingPhase } from '../core/training-phase.ts';
import type { UploadStatus } from '../state/training-state.ts';

interface EventBase {
  /** When it happened, in milliseconds since the epoch. */
  at: number;
  /** The training that it belongs to. */
  trainingId: string;
}

/** The training has entered a phase. */
export interface PhaseEvent extends EventBase {
  /** What kind of event it is. */
  type: 'phase';
  /** The phase that begins. */
  phase: TrainingPhase;
}

/** A file is one step further. */
export interface UploadEvent extends EventBase {
  /** What kind of event it is. */
  type: 'upload';
  /** The index of the file in the order given, from 0. */
  index: number;
  /** Without its query, which may hold a signature. */
  audioUrl: string;
  /** The step. */
  status: UploadStatus;
  /** How often the file was sent in this run. */
  attempt: number;
  /** The clip that the file has become, with the status `done`. */
  clipId?: string | undefined;
  /** Why it failed or is sent again. */
  reason?: string | undefined;
}

/** The create is one step further. */
export interface CreateEvent extends EventBase {
  /** What kind of event it is. */
  type: 'create';
  /** The step. `reconciling`: the response was lost, and it is being found out whether the create was accepted. */
  status: 'intended' | 'accepted' | 'refused' | 'outcome-unknown' | 'reconciling';
}

/** The training task shows another status. */
export interface TaskEvent extends EventBase {
  /** What kind of event it is. */
  type: 'task';
  /** As the server gave it. */
  status: string;
}

/** A task shows a status that this release does not know. It is polled like a running one. Sent once for each status. */
export interface UnknownStatusEvent extends EventBase {
  /** What kind of event it is. */
  type: 'unknown';
  /** As the server gave it. Untrusted. */
  status: string;
}

/** How far the training is, estimated from how long such trainings take. */
export interface ProgressEvent extends EventBase {
  /** What kind of event it is. */
  type: 'progress';
  /** From 0 to 1. It never falls within a run. */
  fraction: number;
  /** The time since the training was started, in milliseconds. */
  elapsedMs: number;
  /** The median of the time that is left, in milliseconds. */
  remainingMs?: number;
}

/** Something that the caller should know; the training goes on. */
export interface WarningEvent extends EventBase {
  /** What kind of event it is. */
  type: 'warning';
  /** For people. */
  message: string;
  /** For programs, such as 'name_long', 'credits_unavailable' and 'model_missing'. */
  code: string;
}

/** A call has failed and will be made again. */
export interface RetryEvent extends EventBase {
  /** What kind of event it is. */
  type: 'retry';
  /** For people. */
  message: string;
  /** The code of the error, see `errorTable`. */
  code: string;
  /** How long the workflow waits before that, in milliseconds. */
  retryInMs: number;
}

/**
 * One of the events of `training.events()`. Its `type` says which.
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
  | RetryEvent;
