import type { MountseaClient, PointsItem } from '@mountsea-suno/client';

/** The API searches at most 90 days; a create longer ago than this cannot be judged by it. */
const LONGEST_SEARCH_MS = 90 * 86_400_000;
/** The server's clock may not be known, and a charge from the future does no harm. */
const AHEAD_MS = 86_400_000;
const CREATE = /custom.?model.*create/i;
/** How the ledger names a create is known from its documentation only: its price under a name that says nothing else is one too. */
const PRICE = 100;
/** A time without its zone may be hours off. */
const ZONED = /(z|gmt|[+-]\d\d:?\d\d)$/i;
const OTHERS = /generate|upload|prepare/i;

/**
 * Counts the charges for creates since a time (ms, by the server's clock); undefined when that lies too far back to tell. They name no session: a
 * charge may be of another training of the account. Throws what the client throws.
 */
export async function readLedger(
  client: MountseaClient,
  since: number,
  serverNow: number,
  signal: AbortSignal,
): Promise<number | undefined> {
  const end = Math.max(serverNow, since) + AHEAD_MS;
  if (end - since > LONGEST_SEARCH_MS) return undefined;
  let charges = 0;
  let complete = true;
  for await (const { items, meta } of client.usage
    .searchPoints({ dateRange: { start: Math.floor(since), end } }, { signal })
    .pages()) {
    charges += items.filter((item) => mayBeCreate(Object(item), since)).length;
    // What does not tell how many pages there are may have shown the first one only.
    complete &&= items.length === 0 || meta?.totalPages !== undefined;
  }
  return complete || charges > 0 ? charges : undefined;
}

/** What cannot be read counts as a charge: a doubt, where a charge overlooked would be a second one. */
function mayBeCreate({ apiPath, finalAmount, beforeCredits, afterCredits, createdAt }: PointsItem, since: number): boolean {
  const spent = (beforeCredits ?? Number.NaN) - (afterCredits ?? Number.NaN) || Math.abs(finalAmount ?? Number.NaN);
  const isCreate = CREATE.test(apiPath) || (spent === PRICE && !OTHERS.test(apiPath));
  return isCreate && !(spent <= 0) && !(ZONED.test(createdAt) && Date.parse(createdAt) < since);
}
