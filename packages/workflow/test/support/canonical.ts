import type { SandboxSnapshot } from '@mountsea-suno/sandbox';

/** What must be the same however often the process died on the way. */
export interface CanonicalState {
  credits: number;
  models: number;
  charges: { apiPath: string; amount: number }[];
  sessions: { status: string; creates: number; name: string | null; songs: string[] }[];
}

/**
 * The server's state without what a crash may leave behind:
 * - a session on which nothing was created: the response to its prepare was lost with the process, and another one was prepared;
 * - a second upload of a file whose first response was lost: it makes another clip, of which only one is used;
 * - ids, which follow from the number of calls before them.
 */
export function canonical({ credits, models, charges, sessions }: SandboxSnapshot): CanonicalState {
  return {
    credits,
    models: models.length,
    charges: charges.map(({ apiPath, amount }) => ({ apiPath, amount })),
    sessions: sessions
      .filter(({ creates }) => creates > 0)
      .map(({ status, creates, name, clipIds, uploads }) => ({
        status,
        creates,
        name,
        songs: clipIds
          .map((clipId) => uploads.find((upload) => upload.clipId === clipId)?.audioUrl ?? 'not of this session')
          .sort(),
      })),
  };
}
