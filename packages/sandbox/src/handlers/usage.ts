import { type LedgerEntry, shownBalance, shownEntries } from '../world/ledger.ts';
import { uuidFrom } from '../world/seed.ts';
import { serverTime, type World } from '../world/world.ts';
import { type Handler, Refusal } from './handler.ts';

const maxRangeMs = 90 * 24 * 3_600_000;
const serviceName = 'suno';

const serviceId = (world: World, name: string): string => uuidFrom(`${world.seed}/service/${name}`);

/** `GET /api-user/credits` */
export const getCredits: Handler = ({ world, now }) => ({ body: { credits: shownBalance(world, now) } });

/** `GET /api-user/services` */
export const getServices: Handler = ({ world }) => ({
  body: [serviceName, 'chat'].map((name) => ({ id: serviceId(world, name), name })),
});

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

/** `POST /api-user/points/search` */
export const searchPoints: Handler = ({ world, body, now }) => {
  if (world.switches.ledger === 'absent') throw new Refusal(404, 'Cannot POST /api-user/points/search');
  const { start, end } = body.dateRange as { start: number; end: number };
  if (end < start) throw new Refusal(400, ['dateRange.end must not be before dateRange.start']);
  if (end - start > maxRangeMs) throw new Refusal(400, ['dateRange must not span more than 90 days']);
  const isOther = body.serviceId !== undefined && body.serviceId !== serviceId(world, serviceName);
  const entries = isOther ? [] : shownEntries(world, now, start, end);
  if (world.switches.ledgerOrder === 'newest-first') entries.reverse();
  const itemsPerPage = Math.min(Math.max(Number(body.limit ?? 10), 1), 100);
  const currentPage = Math.max(Number(body.page ?? 1), 1);
  const items = entries.slice((currentPage - 1) * itemsPerPage, currentPage * itemsPerPage).map((entry) => toItem(world, entry));
  const totalItems = entries.length;
  const totalPages = Math.ceil(totalItems / itemsPerPage);
  return { body: { items, meta: { totalItems, itemCount: items.length, itemsPerPage, totalPages, currentPage } } };
};
