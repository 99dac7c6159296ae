import type { MountseaClient } from '@mountsea-suno/client';

/** The API searches at most 90 days; a create longer ago than this cannot be judged by it. */
const LONGEST_SEARCH_MS = 90 * 86_400_000;
/** The server's clock may not be known, and a charge from the future does no harm. */
const AHEAD_MS = 86_400_000;
const CREATE = /custom.?model.*create/i;
/** How the ledger names a create is known from its documentation only: its price under a name that says nothing else is one too. */
const PRICE = 100;
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
  for await (const item of client.usage.searchPoints({ dateRange: { start: Math.floor(since), end } }, { signal })) {
    const { apiPath, finalAmount, beforeCredits, afterCredits, createdAt } = item;
    // What cannot be read counts as a charge: a doubt, where a charge overlooked would be a second one.
    const spent =
      beforeCredits !== undefined && afterCredits !== undefined ? beforeCredits - afterCredits : Math.abs(finalAmount);
    const isCreate = CREATE.test(apiPath) || (spent === PRICE && !OTHERS.test(apiPath));
    if (isCreate && !(spent <= 0) && !(Date.parse(createdAt) < since)) charges += 1;
  }
  return charges;
}
