import type { MountseaClient } from '@mountsea-suno/client';

/** The API searches at most 90 days; a create longer ago than this cannot be judged by it. */
const LONGEST_SEARCH_MS = 90 * 86_400_000;
/** The server's clock may not be known, and a charge from the future does no harm. */
const AHEAD_MS = 86_400_000;

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
    const spent = beforeCredits !== undefined && afterCredits !== undefined ? beforeCredits - afterCredits : finalAmount;
    // What cannot be read counts as a charge: a doubt, where a charge overlooked would be a second one.
    if (/custom.?model.*create/i.test(apiPath) && !(spent <= 0) && !(Date.parse(createdAt) < since)) charges += 1;
  }
  return charges;
}
