/** One uploaded file, as `snapshot` shows it. */
export interface UploadSnapshot {
  audioUrl: string;
  taskId: string;
  status: 'pending' | 'success' | 'failed' | 'timeout';
  clipId: string | null;
}

/** One session, as `snapshot` shows it. */
export interface SessionSnapshot {
  sessionId: string;
  kind: 'custom-model' | 'upload';
  /** `open`: nothing created on it (yet). */
  status: 'open' | 'training' | 'trained' | 'failed';
  /** Creates that took effect. */
  creates: number;
  name: string | null;
  /** The clips of the last create, sorted. */
  clipIds: string[];
  modelId: string | null;
  /** Sorted by URL, then task id. */
  uploads: UploadSnapshot[];
}

/** One task that belongs to no session. */
export interface TaskSnapshot {
  taskId: string;
  operation: string;
  status: 'pending' | 'success' | 'failed' | 'timeout';
}

/** One charge (or, with a negative amount, refund). */
export interface ChargeSnapshot {
  apiPath: string;
  amount: number;
  sessionId: string | null;
}

/**
 * The whole state as plain JSON in a canonical order and without times: two runs that did the same things give the same snapshot,
 * however fast they were and in whatever order parallel calls arrived.
 */
export interface SandboxSnapshot {
  credits: number;
  /** In order of creation. */
  sessions: SessionSnapshot[];
  /** Sorted by operation, then id. */
  tasks: TaskSnapshot[];
  /** Ids of trained models, sorted. */
  models: string[];
  /** Sorted by path, session, amount. */
  charges: ChargeSnapshot[];
}
