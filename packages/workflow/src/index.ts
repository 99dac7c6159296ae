export { apply } from './core/apply.ts';
export { type Action, decide } from './core/decide.ts';
export type { Outcome } from './core/outcome.ts';
export { type ResumeDecision, resumeState } from './core/resume-state.ts';
export type { TrainingPhase } from './core/training-phase.ts';
export { type ErrorTableEntry, errorTable } from './errors/error-table.ts';
export {
  CreateOutcomeUnknownError,
  DeadlineError,
  InvalidInputError,
  StateError,
  TrainingFailedError,
  TrainingLockedError,
  TrainingNotFoundError,
  TrainingOpenError,
  UploadFailedError,
  WorkflowError,
  type WorkflowErrorCode,
  type WorkflowErrors,
} from './errors/workflow-errors.ts';
export { diffEvents } from './events/diff-events.ts';
export type {
  CreateEvent,
  PhaseEvent,
  ProgressEvent,
  RetryEvent,
  TaskEvent,
  TrainingEvent,
  UnknownStatusEvent,
  UploadEvent,
  WarningEvent,
} from './events/training-event.ts';
export { listTrainings, type TrainingSummary } from './list-trainings.ts';
export type { ResumeTrainingOptions, RunOptions, StartTrainingOptions } from './options.ts';
export { type AudioFormat, audioFormat } from './preflight/audio-format.ts';
export { createPreflight, type PreflightOptions } from './preflight/create-preflight.ts';
export { isPublicHost } from './preflight/is-public-host.ts';
export type { PreflightCheck, PreflightInput, PreflightReport } from './preflight/preflight-check.ts';
export { type RemoveTrainingOptions, removeTraining } from './remove-training.ts';
export { resumeTraining } from './resume-training.ts';
export { startTraining } from './start-training.ts';
export type {
  CreateAttempt,
  CreateOutcome,
  LedgerReading,
  SessionSnapshot,
  TrainingState,
  UploadState,
  UploadStatus,
} from './state/training-state.ts';
export { memoryStore } from './store/memory-store.ts';
export { parseState } from './store/parse-state.ts';
export type { TrainingLock, TrainingStore } from './store/training-store.ts';
export type { CustomModel, Training } from './training.ts';
export { trainingProgress } from './training-progress.ts';
export { type WaitForTaskOptions, waitForTask } from './wait-for-task.ts';
