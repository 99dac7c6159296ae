import type { LedgerReading, SessionLook } from '../state/training-state.ts';

/** The code and the words of an error, as a record can hold them. */
export interface Problem {
  code: string;
  message: string;
}

/** What a look at an upload's task showed. */
export interface SeenUpload {
  status: string;
  clipId?: string | undefined;
  failReason?: string | undefined;
  failCode?: number | string | undefined;
}

/** What came of an action, or of a decision of the owner. Plain JSON, with the time at which it was known. */
export type Outcome = { at: number } & (
  | { type: 'resumed'; name?: string; resendCreate?: boolean; minClips?: number }
  | { type: 'prepared'; sessionId: string }
  | { type: 'upload-sending'; index: number }
  | { type: 'upload-accepted'; index: number; taskId: string }
  | { type: 'upload-refused'; index: number; problem: Problem; again: boolean }
  | { type: 'upload-seen'; index: number; seen: SeenUpload }
  | { type: 'session-seen'; look: SessionLook; task: unknown; skewMs?: number }
  | { type: 'create-intended' }
  | { type: 'create-accepted'; taskId: string }
  | { type: 'create-refused'; problem: Problem }
  | { type: 'create-not-accepted'; problem: Problem }
  | { type: 'create-lost'; problem: Problem }
  | { type: 'ledger-read'; reading: LedgerReading }
);
