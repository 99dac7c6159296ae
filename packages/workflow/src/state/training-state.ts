/** The version of the record that this release writes. Every version ever released can be read. */
export const STATE_VERSION = 1;

/**
 * Where one file is on its way to a clip.
 *
 * @example
 * ```ts
 * import type { UploadStatus } from '@mountsea-suno/workflow';
 *
 * const last: UploadStatus[] = ['done', 'failed'];
 * console.log(last.length);
 * ```
 */
export type UploadStatus = 'waiting' | 'sent' | 'running' | 'retrying' | 'done' | 'failed';

/**
 * What became of one file.
 *
 * @example
 * ```ts
 * import type { UploadState } from '@mountsea-suno/workflow';
 *
 * const upload: UploadState = { audioUrl: 'https://songs.example.com/1.mp3', status: 'waiting', attempt: 0 };
 * console.log(upload.status);
 * ```
 */
export interface UploadState {
  /** As given, with its query: it is what has to be sent when the file is uploaded again. */
  audioUrl: string;
  /** The step it has reached. */
  status: UploadStatus;
  /** How often the file was sent in this run. */
  attempt: number;
  /** When it was last sent, ms since epoch. */
  sentAt?: number | undefined;
  /** Of the upload; its status tells when the clip is there. */
  taskId?: string | undefined;
  /** What the server last said about the task. */
  taskStatus?: string | undefined;
  /** With the status `done`. */
  clipId?: string | undefined;
  /** Why it failed last, in the server’s words. Untrusted. */
  failReason?: string | undefined;
  /** As the server gave it, or the code of the error. */
  failCode?: number | string | undefined;
}

/**
 * What the status of the session read at one look: enough to tell a change.
 *
 * @example
 * ```ts
 * import type { SessionLook } from '@mountsea-suno/workflow';
 *
 * const look: SessionLook = { at: Date.now(), status: 'ready' };
 * console.log(look.status);
 * ```
 */
export interface SessionLook {
  /** When, ms since epoch, by the local clock. */
  at: number;
  /** What the server said; 'not-found' when it knew no such task. */
  status: string;
  /** As the server gave it. */
  createdAt?: string | undefined;
  /** As the server gave it. */
  finishAt?: string | undefined;
  /** In the server’s words. Untrusted. */
  failReason?: string | undefined;
  /** As the server gave it. */
  failCode?: number | string | undefined;
  /** The id of the model in the result: `chirp-custom:<uuid>` or, where there is none, a new uuid that may be one. */
  modelId?: string | undefined;
}

/**
 * What the ledger showed about the time since an intent.
 *
 * @example
 * ```ts
 * import type { LedgerReading } from '@mountsea-suno/workflow';
 *
 * const reading: LedgerReading = { at: Date.now(), finding: 'none', charges: 0 };
 * console.log(reading.finding);
 * ```
 */
export interface LedgerReading {
  /** When, ms since epoch. */
  at: number;
  /**
   * 'none': no charge for a create since the intent. 'charged': at least one, whosever it is. 'unavailable': it could not be read.
   */
  finding: 'none' | 'charged' | 'unavailable';
  /** How many charges for a create were seen since the intent. */
  charges: number;
}

/**
 * What became of one create. Only 'refused' and 'not-accepted' prove that it costs nothing.
 *
 * @example
 * ```ts
 * import type { CreateOutcome } from '@mountsea-suno/workflow';
 *
 * const free: CreateOutcome[] = ['refused', 'not-accepted'];
 * console.log(free.length);
 * ```
 */
export type CreateOutcome = 'intended' | 'outcome-unknown' | 'accepted' | 'refused' | 'not-accepted' | 'failed' | 'succeeded';

/**
 * One create, from the moment before it was sent.
 *
 * @example
 * ```ts
 * import type { TrainingState } from '@mountsea-suno/workflow';
 *
 * const charged = ({ creates }: TrainingState): boolean => creates.some(({ outcome }) => outcome === 'succeeded' || outcome === 'failed');
 * console.log(typeof charged);
 * ```
 */
export interface CreateAttempt {
  /** Of the model. */
  name: string;
  /** What it is made of. */
  clipIds: string[];
  /** When the intent was saved, ms since epoch, by the local clock. */
  intendedAt: number;
  /** Server clock minus local clock at that time, in ms, as far as it was known. */
  skewMs?: number | undefined;
  /** What is known. */
  outcome: CreateOutcome;
  /** What the answer named, where there was one. It equals the session id, as documented. */
  taskId?: string | undefined;
  /** When the outcome was known or, for 'outcome-unknown', lost; ms since epoch. */
  since?: number | undefined;
  /** What tells the outcome. */
  evidence?: 'answer' | 'never-sent' | 'status' | 'ledger' | undefined;
  /** The session just before the intent: a status that has not changed since is no evidence. */
  before: SessionLook;
  /** The last look at the session after the intent. */
  seen?: SessionLook | undefined;
  /** The whole answer in which `seen` is a success and no model was found. Untrusted. */
  answer?: unknown;
  /** A status other than `before` was seen: the session was reset, and a failure is one of this attempt. */
  moved?: boolean | undefined;
  /** What the ledger showed, where the session could not tell. */
  ledger?: LedgerReading | undefined;
  /** The code and the words of the error that ended or blurred the attempt. */
  problem?: { code: string; message: string } | undefined;
}

/**
 * All that is known of one training: plain JSON, saved after every change and before the next call, and all that another process needs to go on.
 * It holds no API key. A field that is `undefined` is one that JSON leaves out.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { memoryStore, type TrainingState, startTraining } from '@mountsea-suno/workflow';
 *
 * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
 * const training = await startTraining({ client: createClient(), name: 'v6Pro', audioUrls, store: memoryStore(), pollIntervalMs: 50 });
 * const state: TrainingState = training.state;
 * console.log(state.id, state.uploads.length);
 * await training.detach();
 * ```
 */
export interface TrainingState {
  /** Of the record’s form. */
  version: typeof STATE_VERSION;
  /** With which to resume. */
  id: string;
  /** The API that the session lives on. */
  baseUrl: string;
  /** Under which the next create is sent. */
  name: string;
  /** How many clips are enough to create. */
  minClips: number;
  /** ms since epoch, by the local clock. */
  createdAt: number;
  /** When this record last changed, ms since epoch. */
  updatedAt: number;
  /** At the API, from prepare on. */
  sessionId?: string | undefined;
  /** One for each file, in the order given. */
  uploads: UploadState[];
  /** Every create of this training, oldest first. */
  creates: CreateAttempt[];
  /** What the next create compares with: the session as it read when all uploads were done. */
  before?: SessionLook | undefined;
  /** Server clock minus local clock in ms, as last seen. */
  skewMs?: number | undefined;
  /** Set once, by `resume` with the owner's consent: create again though it may cost another 100 credits. */
  consent?: { at: number } | undefined;
  /** When it was last taken up again with its session, ms since epoch: from an older copy, for all that is known. */
  resumedAt?: number | undefined;
  /** The finished model. */
  model?: { id: string; at: number; task: unknown } | undefined;
}
