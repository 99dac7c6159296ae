import { uuidFrom } from './seed.ts';
import { serverTime, span, type World } from './world.ts';

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

/** Who is charged for what. */
export interface ChargeReason {
  readonly apiPath: string;
  readonly apiMethod: string;
  readonly sessionId?: string | undefined;
}

/** Takes credits (or, with a negative amount, gives them back). */
export function charge(world: World, reason: ChargeReason, amount: number, at: number): void {
  if (amount === 0) return;
  const { apiPath, apiMethod, sessionId } = reason;
  const seed = `${world.seed}/charge/${world.ledger.length}`;
  const entry = { id: uuidFrom(seed), traceId: uuidFrom(`${seed}/trace`), apiPath, apiMethod, sessionId, amount, at };
  world.ledger.push({ ...entry, before: world.balance });
  world.balance -= amount;
}

/** How many of the ledger's lines the usage API shows by now: they stand in order of time. */
function shownCount(world: World, now: number): number {
  if (world.switches.ledger !== 'lagging') return world.ledger.length;
  const limit = now - span(world, world.switches.ledgerLagMs);
  return firstAfter(world.ledger, (entry) => entry.at <= limit);
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

/** The balance as the usage API tells it by now. */
export function shownBalance(world: World, now: number): number {
  const hidden = world.ledger.slice(shownCount(world, now));
  return hidden.reduce((sum, entry) => sum + entry.amount, world.balance);
}

/** The lines that the usage API shows for a range of server time (ms, both ends included), oldest first. */
export function shownEntries(world: World, now: number, start: number, end: number): LedgerEntry[] {
  const from = firstAfter(world.ledger, (entry) => serverTime(world, entry.at) < start);
  const to = firstAfter(world.ledger, (entry) => serverTime(world, entry.at) <= end);
  return world.ledger.slice(from, Math.min(to, shownCount(world, now)));
}
