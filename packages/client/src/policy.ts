import type { Charged } from './errors.ts';

/**
 * What an operation is, as far as sending it again goes. `read`: changes nothing. `repeatable`: the API documents that it may be
 * called again after a failure. `once`: costs credits or may do so, and the API has no idempotency key.
 */
export type Policy = 'read' | 'repeatable' | 'once';

/** What can become of a request that gave no value. */
export type Fault =
  /** It never left: refused, no such host, connect timeout, TLS failure. */
  | 'not-sent'
  /** The API said 429. */
  | 'rate-limited'
  /** The API refused it: another 4xx. */
  | 'refused'
  /** The API said 409: another request may have been accepted. */
  | 'conflict'
  /** Sent, and the connection broke before the answer. */
  | 'lost'
  /** Sent, and no complete answer within the time. */
  | 'timed-out'
  /** 5xx or 408, from the API or from something in between. */
  | 'server-failed'
  /** An answer that cannot be read: a redirect, or a 2xx that is HTML, empty, cut off or off the contract. */
  | 'unreadable';

/** These tell that the API has not accepted the request, or not yet. */
const notAccepted: readonly Fault[] = ['not-sent', 'rate-limited'];
const passing: readonly Fault[] = [...notAccepted, 'lost', 'timed-out', 'server-failed', 'unreadable'];

/** After which faults a request is sent again, as long as attempts and time are left. */
export const sendAgainAfter: Record<Policy, readonly Fault[]> = {
  read: passing,
  repeatable: passing,
  once: notAccepted,
};

/** What a fault tells of the credits. */
export function chargedBy(policy: Policy, fault: Fault): Charged {
  return policy === 'read' || fault === 'refused' || notAccepted.includes(fault) ? 'no' : 'unknown';
}

/** The fault that a status tells. */
export function faultOf(status: number): Fault {
  if (status === 429) return 'rate-limited';
  if (status === 409) return 'conflict';
  if (status === 408 || status >= 500) return 'server-failed';
  return status >= 400 ? 'refused' : 'unreadable';
}
