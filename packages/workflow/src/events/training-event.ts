import type { UploadStatus } from '../state/training-state.ts';

/** The stages of a training. */
export type TrainingPhase = 'preparing' | 'uploading' | 'creating' | 'training' | 'done' | 'failed';

interface EventBase {
  /** When, ms since epoch. */
  at: number;
  trainingId: string;
}

/** The training entered a stage. */
export interface PhaseEvent extends EventBase {
  type: 'phase';
  phase: TrainingPhase;
}

/** A file went one step further. */
export interface UploadEvent extends EventBase {
  type: 'upload';
  /** Of the file, from 0, in the order given. */
  index: number;
  /** Without its query, which may hold a signature. */
  audioUrl: string;
  status: UploadStatus;
  attempt: number;
  clipId?: string | undefined;
  /** Why it failed or is sent again. */
  reason?: string | undefined;
}

/** The create went one step further. */
export interface CreateEvent extends EventBase {
  type: 'create';
  status: 'intended' | 'accepted' | 'refused' | 'outcome-unknown' | 'reconciling';
}

/** The training task shows another status. */
export interface TaskEvent extends EventBase {
  type: 'task';
  status: string;
}

/** A status that this release does not know; it is waited on like a running one. Sent once per status. */
export interface UnknownStatusEvent extends EventBase {
  type: 'unknown';
  status: string;
}

/** How far the training is, by what such trainings took before. */
export interface ProgressEvent extends EventBase {
  type: 'progress';
  /** From 0 to 1; never falls within a run. */
  fraction: number;
  elapsedMs: number;
  /** Mean time still to go; absent while nothing can be said. */
  remainingMs?: number;
}

/** Something the owner should know; the training goes on. */
export interface WarningEvent extends EventBase {
  type: 'warning';
  message: string;
  /** Such as 'name_long', 'credits_unavailable', 'upload_skipped'. */
  code: string;
}

/** A call failed and will be made again. */
export interface TroubleEvent extends EventBase {
  type: 'trouble';
  message: string;
  /** The code of the error, see `errorTable`. */
  code: string;
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
