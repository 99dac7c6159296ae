/** The version of the record that this release writes. Records of every version that was ever written can be read. */
export const STATE_VERSION = 2;

/** How far one file is on its way to a clip. */
export type UploadStatus = 'waiting' | 'sent' | 'running' | 'retrying' | 'done' | 'failed';

/** What is known of one file. */
export interface UploadState {
  /** As given, with its query, since the whole URL has to be sent when the file is uploaded again. */
  audioUrl: string;
  /** How far it is. */
  status: UploadStatus;
  /** How often the file was sent in this run. */
  attempt: number;
  /** When it was last sent, in milliseconds since the epoch. */
  sentAt?: number | undefined;
  /** The task of the upload. */
  taskId?: string | undefined;
  /** The status of that task in the latest poll. */
  taskStatus?: string | undefined;
  /** The clip that the file has become, with the status `done`. */
  clipId?: string | undefined;
  /** Why it last failed, in the server’s words. Untrusted. */
  failReason?: string | undefined;
  /** As the server gave it, or the code of the error. */
  failCode?: number | string | undefined;
}

/** What one poll of the session showed: as much as is needed to see that it has changed. */
export interface SessionSnapshot {
  /** When it was polled, in milliseconds since the epoch, by the local clock. */
  at: number;
  /** The status that the server gave, or 'not-found' when the server did not know the task. */
  status: string;
  /** As the server gave it. */
  createdAt?: string | undefined;
  /** As the server gave it. */
  finishAt?: string | undefined;
  /** In the server’s words. Untrusted. */
  failReason?: string | undefined;
  /** As the server gave it. */
  failCode?: number | string | undefined;
  /** The model id in the result: `chirp-custom:<uuid>`, or a new uuid that may be one where the result holds no full id. */
  modelId?: string | undefined;
}

/** What the credit ledger showed of the time since an intent. */
export interface LedgerReading {
  /** When it was read, in milliseconds since the epoch. */
  at: number;
  /** 'none': no charge for a create since the intent. 'charged': at least one, of this or another training. 'unavailable': the ledger could not be read. */
  finding: 'none' | 'charged' | 'unavailable';
  /** How many charges for a create there were since the intent. */
  charges: number;
}

/** What became of one create. Only 'refused' and 'not-accepted' prove that it costs nothing. */
export type CreateOutcome = 'intended' | 'outcome-unknown' | 'accepted' | 'refused' | 'not-accepted' | 'failed' | 'succeeded';

/** One create, recorded before it is sent and kept up to date afterwards. */
export interface CreateAttempt {
  /** The name of the model. */
  name: string;
  /** The clips that the model is made of. */
  clipIds: string[];
  /** When the intent was recorded, in milliseconds since the epoch, by the local clock. */
  intendedAt: number;
  /** The server's clock minus the local one at that time, in milliseconds, where it was known. */
  skewMs?: number | undefined;
  /** What became of it, as far as is known. */
  outcome: CreateOutcome;
  /** The task that the response named. By the documentation it equals the session id. */
  taskId?: string | undefined;
  /** When the outcome became known or, for 'outcome-unknown', when the response was lost; in milliseconds since the epoch. */
  outcomeAt?: number | undefined;
  /** Where the outcome is known from: the response, the fact that the request never left, the status of the session, or the ledger. */
  knownFrom?: 'response' | 'never-sent' | 'session' | 'ledger' | undefined;
  /** The session just before the intent. Only a difference from it says anything about this create. */
  baseline: SessionSnapshot;
  /** The session in the latest poll since the intent that showed something new. */
  lastSnapshot?: SessionSnapshot | undefined;
  /** The whole response of a poll in which the session has succeeded and no model id was found. Untrusted. */
  response?: unknown;
  /** Whether the session has differed from `baseline` since: then it was reset, and a failure that it shows belongs to this create. */
  sessionChanged?: boolean | undefined;
  /** What the ledger showed, where the session could not tell. */
  ledger?: LedgerReading | undefined;
  /** The error that ended the create or left its outcome unknown. */
  problem?: { code: string; message: string } | undefined;
}

/**
 * All that is known of one training. It is plain JSON, it is saved after every change and before the next call, and it is all that another process
 * needs to go on. It holds no API key. A field that is `undefined` here is left out in JSON.
 */
export interface TrainingState {
  /** The version of the record's format. */
  version: typeof STATE_VERSION;
  /** The id to resume the training with. */
  id: string;
  /** The API that the session lives on. */
  baseUrl: string;
  /** The name under which the next create is sent. */
  name: string;
  /** How many clips are enough to create a model from. */
  minClips: number;
  /** In milliseconds since the epoch, by the local clock. */
  createdAt: number;
  /** When this record last changed, in milliseconds since the epoch. */
  updatedAt: number;
  /** The id of the session at the API, from prepare on. */
  sessionId?: string | undefined;
  /** One for each file, in the order given. */
  uploads: UploadState[];
  /** Every create of this training, oldest first. */
  creates: CreateAttempt[];
  /** The session after all uploads were done, which becomes the baseline of the next create. */
  baseline?: SessionSnapshot | undefined;
  /** The server's clock minus the local one in milliseconds, as last measured. */
  skewMs?: number | undefined;
  /** Set by a resume: its caller has confirmed one more create, which may cost another 100 credits. Recording the intent uses it up. */
  confirmation?: { at: number } | undefined;
  /** When it was last resumed together with its session, in milliseconds since the epoch. From then on the record may be an older copy. */
  resumedAt?: number | undefined;
  /** The finished model. */
  model?: { id: string; at: number; task: unknown } | undefined;
}
