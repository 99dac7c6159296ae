import type { PointsItem } from '@mountsea-suno/client';
import { type Context, openClient } from '../context.ts';
import { count, minute } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import { table } from '../text/table.ts';
import { UsageError } from '../usage-error.ts';

/** The flags of `usage`. */
export interface UsageFlags {
  readonly days?: number | undefined;
  readonly limit?: number | undefined;
}

const dayMs = 86_400_000;

/** `mountsea-suno usage`: the charges of the last days, newest first as the API gives them. */
export async function usage({ days = 30, limit = 100 }: UsageFlags, context: Context): Promise<void> {
  if (days > 90) throw new UsageError('the usage API answers for 90 days at most: --days must not be more');
  const client = await openClient(context);
  const end = Date.now();
  const query = { dateRange: { start: end - days * dayMs, end }, limit: Math.min(limit, 100) };
  const charges: PointsItem[] = [];
  if (limit > 0) {
    for await (const item of client.usage.searchPoints(query, { signal: context.signal })) {
      charges.push(item);
      if (charges.length >= limit) break;
    }
  }
  const total = charges.reduce((sum, { finalAmount }) => sum + (Number(finalAmount) || 0), 0);
  context.output.result(
    { days, total, charges },
    charges.length === 0 ? [`no charges in ${count(days, 'day')}`] : chargeLines(charges, total, context.output.columns),
  );
}

function chargeLines(charges: readonly PointsItem[], total: number, width: number): string[] {
  const columns = [
    { title: 'when (UTC)' },
    { title: 'call', atLeast: 32 },
    { title: 'credits', right: true },
    { title: 'balance', right: true, optional: true },
  ];
  const rows = charges.map((item) => [
    minute(Date.parse(String(item.createdAt))),
    plain(`${item.apiMethod ?? ''} ${item.apiPath ?? ''}`, 60),
    plain(item.finalAmount, 20),
    plain(item.afterCredits ?? '', 20),
  ]);
  return [...table(columns, rows, width), `${count(charges.length, 'charge')}, ${count(total, 'credit')}`];
}
