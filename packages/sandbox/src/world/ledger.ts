import { uuidFrom } from '../seed.ts';

/** One line of the account's ledger. */
export interface LedgerEntry {
  readonly id: string;
  readonly traceId: string;
  readonly apiPath: string;
  readonly apiMethod: string;
  readonly sessionId: string | undefined;
  /** Credits taken; negative for a refund. */
  readonly amount: number;
  readonly before: number;
  /** Clock time, ms. */
  readonly at: number;
}

/** The account that pays. */
export interface Account {
  /** The ids of its lines follow from it. */
  readonly seed: number;
  balance: number;
  /** In order of time. */
  readonly ledger: LedgerEntry[];
}

/** What is charged. */
export interface ChargeReason {
  readonly apiPath: string;
  readonly apiMethod: string;
  readonly sessionId?: string | undefined;
}

/** Takes credits (or, with a negative amount, gives them back). */
export function charge(account: Account, reason: ChargeReason, amount: number, at: number): void {
  if (amount === 0) return;
  const { apiPath, apiMethod, sessionId } = reason;
  const seed = `${account.seed}/charge/${account.ledger.length}`;
  const entry = { id: uuidFrom(seed), traceId: uuidFrom(`${seed}/trace`), apiPath, apiMethod, sessionId, amount, at };
  account.ledger.push({ ...entry, before: account.balance });
  account.balance -= amount;
}

/** The balance as it was after the lines up to the clock time `until`: charges that came later are not in it. */
export function balanceUntil(account: Account, until: number): number {
  const later = account.ledger.slice(firstAfter(account.ledger, (entry) => entry.at <= until));
  return later.reduce((sum, entry) => sum + entry.amount, account.balance);
}

/** The lines from the clock time `start` to `end`, both included, oldest first. */
export function entriesBetween(account: Account, start: number, end: number): LedgerEntry[] {
  const from = firstAfter(account.ledger, (entry) => entry.at < start);
  const to = firstAfter(account.ledger, (entry) => entry.at <= end);
  return account.ledger.slice(from, to);
}

/** The index of the first entry for which `holds` is false; it must hold for a beginning of the list only. */
function firstAfter(entries: readonly LedgerEntry[], holds: (entry: LedgerEntry) => boolean): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry !== undefined && holds(entry)) low = middle + 1;
    else high = middle;
  }
  return low;
}
