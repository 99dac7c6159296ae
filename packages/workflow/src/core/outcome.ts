import type { Problem } from '../errors/problem.ts';
import type { CreateOutcome, LedgerReading, SessionSnapshot } from '../state/training-state.ts';

/** What came of an action, as plain JSON. `at` is when it became known, in milliseconds since the epoch. */
export type Outcome = { at: number } & (
  | { type: 'prepared'; sessionId: string }
  /** The file is about to be sent. */
  | { type: 'upload-sending'; index: number }
  | { type: 'upload-accepted'; index: number; taskId: string }
  /** One poll of the task of an upload. `final` marks a failure that another attempt would not cure. */
  | ({ type: 'upload-polled'; index: number; status: string; clipId?: string | undefined; final?: boolean | undefined } & Failure)
  /** One poll of the session; `task` is the whole response. */
  | { type: 'session-polled'; snapshot: SessionSnapshot; task: unknown; skewMs?: number | undefined }
  /** From here on a create may be sent. */
  | { type: 'intent-recorded' }
  | {
      type: 'create-call-ended';
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
