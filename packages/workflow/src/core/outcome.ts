import type { CreateOutcome, LedgerReading, SessionLook } from '../state/training-state.ts';

/** The code and the words of an error, as a record can hold them. */
export interface Problem {
  code: string;
  message: string;
}

/**
 * What came of an action. Plain JSON, with the time at which it was known.
 *
 * @example
 * ```ts
 * import type { Outcome } from '@mountsea-suno/workflow';
 *
 * const outcome: Outcome = { type: 'upload-accepted', at: Date.now(), index: 0, taskId: 'a-task' };
 * console.log(outcome.type);
 * ```
 */
export type Outcome = { at: number } & (
  | { type: 'prepared'; sessionId: string }
  | { type: 'upload-sending'; index: number }
  | { type: 'upload-accepted'; index: number; taskId: string }
  /** A look at an upload's task. `final`: a failure that another try will not cure. */
  | ({ type: 'upload-seen'; index: number; status: string; clipId?: string | undefined; final?: boolean } & Failure)
  | { type: 'session-seen'; look: SessionLook; task: unknown; skewMs?: number | undefined }
  | { type: 'create-intended' }
  | {
      type: 'create-answered';
      outcome: Extract<CreateOutcome, 'accepted' | 'refused' | 'not-accepted' | 'outcome-unknown'>;
      taskId?: string | undefined;
      problem?: Problem | undefined;
    }
  | { type: 'ledger-read'; reading: LedgerReading }
);

interface Failure {
  failReason?: string | undefined;
  failCode?: number | string | undefined;
}
