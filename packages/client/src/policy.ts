import type { Charged } from './errors.ts';

/**
 * What an operation is, as far as sending it again goes. `read`: changes nothing. `repeatable`: the API documents that it may be
 * called again after a failure. `paid`: costs credits, and the API has no idempotency key.
 */
export type Policy = 'read' | 'repeatable' | 'paid';

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

/** Whether the client sends a request again after a fault, as long as attempts and time are left. */
export const sendAgain: Record<Policy, Record<Fault, boolean>> = {
  read: {
    'not-sent': true,
    'rate-limited': true,
    refused: false,
    conflict: false,
    lost: true,
    'timed-out': true,
    'server-failed': true,
    unreadable: true,
  },
  repeatable: {
    'not-sent': true,
    'rate-limited': true,
    refused: false,
    conflict: false,
    lost: true,
    'timed-out': true,
    'server-failed': true,
    unreadable: true,
  },
  paid: {
    'not-sent': true,
    'rate-limited': true,
    refused: false,
    conflict: false,
    lost: false,
    'timed-out': false,
    'server-failed': false,
    unreadable: false,
  },
};

/** What a fault tells of the credits. */
export function chargedBy(policy: Policy, fault: Fault): Charged {
  if (policy === 'read') return 'no';
  return fault === 'not-sent' || fault === 'rate-limited' || fault === 'refused' ? 'no' : 'unknown';
}

/** The fault that a status tells. */
export function faultOf(status: number): Fault {
  if (status === 429) return 'rate-limited';
  if (status === 409) return 'conflict';
  if (status === 408 || status >= 500) return 'server-failed';
  return status >= 400 ? 'refused' : 'unreadable';
}
