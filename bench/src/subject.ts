/** A client library, set up to talk to a local server. */
export interface Subject {
  /** One GET of a small JSON, read and parsed. */
  get(): Promise<unknown>;
  /** One POST of a small JSON, with the response read and parsed. */
  post(): Promise<unknown>;
  /** The library's own way to wait until a task is over; absent where it has none. */
  waitForTask?(): Promise<unknown>;
}

/** How a subject is set up. */
interface SubjectOptions {
  baseUrl: string;
  /** The request's time limit, where the library has such a setting or else by a signal in a custom fetch. */
  timeoutMs?: number;
}

export type CreateSubject = (options: SubjectOptions) => Subject;

/** The body that every subject posts. */
export const body: { name: string; sessionId: string; clipIds: string[] } = {
  name: 'v6Pro',
  sessionId: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
  clipIds: ['1', '2', '3', '4', '5', '6'],
};

/** The platform's own fetch. It is kept, because one subject replaces the global one. */
const platformFetch = globalThis.fetch;

/** A fetch with a time limit, for libraries without one. */
export function fetchWithin(timeoutMs: number | undefined): typeof fetch {
  if (timeoutMs === undefined) return platformFetch;
  return (input, init) => platformFetch(input, { ...init, signal: AbortSignal.timeout(timeoutMs) });
}
