import { uuidFrom } from '../seed.ts';
import { balanceUntil, entriesBetween, type LedgerEntry } from '../world/ledger.ts';
import { serverTime, toClockMs, type World } from '../world/world.ts';
import { type Handler, Refusal } from './handler.ts';

/** `GET /api-user/credits` */
export const getCredits: Handler = ({ world, now }) => ({ body: { credits: balanceUntil(world, shownUntil(world, now)) } });

/** `GET /api-user/services` */
export const getServices: Handler = ({ world }) => ({
  body: [serviceName, 'chat'].map((name) => ({ id: serviceId(world, name), name })),
});

/** `POST /api-user/points/search` */
export const searchPoints: Handler = ({ world, body, now }) => {
  if (world.switches.ledger === 'absent') throw new Refusal(404, 'Cannot POST /api-user/points/search');
  const { start, end } = body.dateRange as { start: number; end: number };
  if (end < start) throw new Refusal(400, ['dateRange.end must not be before dateRange.start']);
  if (end - start > maxRangeMs) throw new Refusal(400, ['dateRange must not span more than 90 days']);
  const isOther = body.serviceId !== undefined && body.serviceId !== serviceId(world, serviceName);
  const skew = world.switches.serverClockSkewMs; // the range is in server time, the ledger in clock time
  const entries = isOther ? [] : entriesBetween(world, start - skew, Math.min(end - skew, shownUntil(world, now)));
  if (world.switches.ledgerOrder === 'newest-first') entries.reverse();
  const itemsPerPage = Math.min(Math.max(Number(body.limit ?? 10), 1), 100);
  const currentPage = Math.max(Number(body.page ?? 1), 1);
  const items = entries.slice((currentPage - 1) * itemsPerPage, currentPage * itemsPerPage).map((entry) => toItem(world, entry));
  const totalItems = entries.length;
  const totalPages = Math.ceil(totalItems / itemsPerPage);
  return { body: { items, meta: { totalItems, itemCount: items.length, itemsPerPage, totalPages, currentPage } } };
};

const maxRangeMs = 90 * 24 * 3_600_000;
const serviceName = 'suno';

const serviceId = (world: World, name: string): string => uuidFrom(`${world.seed}/service/${name}`);

/** Up to which clock time charges show by now. */
function shownUntil(world: World, now: number): number {
  const { ledger, ledgerLagMs } = world.switches;
  return ledger === 'lagging' ? now - toClockMs(world, ledgerLagMs) : Number.POSITIVE_INFINITY;
}

function toItem(world: World, entry: LedgerEntry): Record<string, unknown> {
  const { id, apiPath, apiMethod, amount, before, traceId } = entry;
  return {
    id,
    serviceName,
    apiPath,
    apiMethod,
    finalAmount: amount,
    beforeCredits: before,
    afterCredits: before - amount,
    traceId,
    createdAt: new Date(serverTime(world, entry.at)).toISOString(),
  };
}
