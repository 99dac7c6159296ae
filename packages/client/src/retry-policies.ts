import type { SunoPaths, UsagePaths } from '@mountsea-suno/types';
import type { Charged } from './errors.ts';

/**
 * Whether an operation may be sent again when it is not known what became of it. `read`: it changes nothing. `repeatable`: it changes
 * something, and the API documents that it may be called again. `at-most-once`: it costs credits, or may do so, and the API has no idempotency key.
 */
export type RetryPolicy = 'read' | 'repeatable' | 'at-most-once';

/** An operation of the contract: its HTTP method and its path, as in `POST /suno/v2/customModel/create`. */
export type Operation = OperationOf<SunoPaths> | OperationOf<UsagePaths>;

type HttpMethod = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';
type OperationOf<Paths> = {
  [Path in keyof Paths & string]: {
    [Method in HttpMethod & keyof Paths[Path]]: Paths[Path][Method] extends object ? `${Uppercase<Method>} ${Path}` : never;
  }[HttpMethod & keyof Paths[Path]];
}[keyof Paths & string];

/** The retry policy of every operation of the contract. An operation without one does not compile. */
export const retryPolicies: Readonly<Record<Operation, RetryPolicy>> = {
  'POST /suno/v2/customModel/prepare': 'repeatable',
  'POST /suno/v2/customModel/upload': 'repeatable',
  'POST /suno/v2/customModel/create': 'at-most-once',
  'GET /suno/v2/status': 'read',
  'POST /suno/v2/generate': 'at-most-once',
  'GET /suno/v2/generate/schema': 'read',
  'POST /suno/v2/upload': 'at-most-once',
  'POST /suno/v2/audio/upload/session': 'at-most-once',
  'POST /suno/v2/audio/upload/session/item': 'at-most-once',
  'POST /suno/v2/audio/crop': 'at-most-once',
  'POST /suno/v2/audio/fade': 'at-most-once',
  'POST /suno/v2/adjustSpeed': 'at-most-once',
  'POST /suno/v2/concat': 'at-most-once',
  'POST /suno/v2/remaster': 'at-most-once',
  'POST /suno/v2/lyrics': 'at-most-once',
  'POST /suno/v2/mashupLyrics': 'at-most-once',
  'POST /suno/v2/timing': 'at-most-once',
  'POST /suno/v2/downbeats': 'at-most-once',
  'POST /suno/v2/mdi': 'at-most-once',
  'POST /suno/v2/getVoxStem': 'at-most-once',
  'POST /suno/v2/persona': 'at-most-once',
  'POST /suno/v2/voicePersona/init': 'at-most-once',
  'POST /suno/v2/voicePersona/complete': 'at-most-once',
  'POST /suno/v2/voicePersona/create': 'at-most-once',
  'POST /suno/v2/playlist/create': 'at-most-once',
  'POST /suno/v2/image/generate': 'at-most-once',
  'GET /api-user/credits': 'read',
  'GET /api-user/services': 'read',
  'POST /api-user/points/search': 'read',
};

/** The policy of an operation. One that the contract does not have yet counts as paid, unless it is a GET. */
export function retryPolicyOf(operation: string): RetryPolicy {
  const known: Readonly<Record<string, RetryPolicy>> = retryPolicies;
  return known[operation] ?? (/^(GET|HEAD) /.test(operation) ? 'read' : 'at-most-once');
}

/** How a request failed. */
export type FailureKind =
  /** It never left this process: connection refused, no such host, a TLS failure, or no connection within the time. */
  | 'not-sent'
  /** 429. A gateway that retries by itself may answer so after the API accepted the request. */
  | 'rate-limited'
  /** Another 4xx, by which the API says that it refused the request. */
  | 'refused'
  /** 409: the request conflicts with another one, which may be this one, sent again by something in between. */
  | 'conflict'
  /** It was sent, and the connection broke before the response was complete. */
  | 'lost'
  /** It was sent, and the response was not complete within the time. */
  | 'timed-out'
  /** 5xx or 408, from the API or from something in between. */
  | 'server-failed'
  /** A response that cannot be read: a redirect, or a 2xx that is HTML, empty, cut off or without what the contract promises. */
  | 'unreadable'
  /** A 2xx that is larger or nested more deeply than this client reads. */
  | 'out-of-bounds';

const transient: readonly FailureKind[] = ['not-sent', 'rate-limited', 'lost', 'timed-out', 'server-failed', 'unreadable'];

/** After which failures a request is sent again, as long as attempts and time are left. */
export const retryOn: Readonly<Record<RetryPolicy, readonly FailureKind[]>> = {
  read: transient,
  repeatable: transient,
  'at-most-once': ['not-sent'],
};

/** What a failure says about the credits. */
export function chargedAfter(policy: RetryPolicy, kind: FailureKind): Charged {
  return policy === 'read' || kind === 'not-sent' || kind === 'refused' ? 'no' : 'unknown';
}
