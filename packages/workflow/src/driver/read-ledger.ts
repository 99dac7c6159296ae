import type { MountseaClient, PointsItem } from '@mountsea-suno/client';

/** The API searches at most 90 days. Nothing can be said of a create that lies further back. */
const LONGEST_SEARCH_MS = 90 * 86_400_000;
/** The search reaches into the future, since the server's clock may not be known and a charge from there does no harm. */
const AHEAD_MS = 86_400_000;
const CREATE = /custom.?model.*create/i;
/** Only the documentation says how the ledger names a create, so a charge of its price counts too unless its name says that it is something else. */
const PRICE = 100;
const OTHERS = /generate|upload|prepare/i;
/** A time without its zone may be hours off. */
const ZONED = /(z|gmt|[+-]\d\d:?\d\d)$/i;

/**
 * Counts the charges for creates since a time (in milliseconds, by the server's clock). Undefined when that lies too far back, or when the ledger does
 * not say whether it is complete. A charge names no session, so it may belong to another training of the account. Throws what the client throws.
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
    // A server that does not say how many pages there are may have shown the first one only.
    complete &&= items.length === 0 || meta?.totalPages !== undefined;
  }
  return complete || charges > 0 ? charges : undefined;
}

/** Whether an item may be the charge for a create. One that cannot be read counts: it leaves a doubt, where a charge overlooked leads to a second one. */
function mayBeCreate({ apiPath, finalAmount, beforeCredits, afterCredits, createdAt }: PointsItem, since: number): boolean {
  const spent = (beforeCredits ?? Number.NaN) - (afterCredits ?? Number.NaN) || Math.abs(finalAmount ?? Number.NaN);
  const isCreate = CREATE.test(apiPath) || (spent === PRICE && !OTHERS.test(apiPath));
  return isCreate && !(spent <= 0) && !(ZONED.test(createdAt) && Date.parse(createdAt) < since);
}
