import type { PointsItem } from '@mountsea-suno/client';
import { printableText } from '@mountsea-suno/internal';
import type { Command } from 'commander';
import type { CommonFlags, ConfiguredContext } from '../context.ts';
import { UsageError } from '../errors.ts';
import { type Choose, defineCommand, wholeNumber } from '../program/define-command.ts';
import { count, minute } from '../text/format.ts';

/** `mountsea-suno usage`. */
export function addUsage(program: Command, choose: Choose): void {
  defineCommand(program, 'usage', 'show what was charged lately', 'usage --days 7')
    .option('--days <n>', 'how many days back, at most 90 (30)', wholeNumber)
    .option('--limit <n>', 'how many charges at most (100)', wholeNumber)
    .action((flags: UsageFlags) => {
      choose({ flags, action: (context) => usage(flags, context) });
    });
}

interface UsageFlags extends CommonFlags {
  readonly days?: number | undefined;
  readonly limit?: number | undefined;
}

const dayMs = 86_400_000;

/** The charges of the last days, newest first, as the API gives them. */
async function usage({ days = 30, limit = 100 }: UsageFlags, context: ConfiguredContext): Promise<void> {
  if (days > 90) throw new UsageError('the usage API answers for 90 days at most: --days must not be more');
  const { openClient } = await import('../client-and-store.ts');
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
  const lines =
    charges.length === 0 ? [`no charges in ${count(days, 'day')}`] : await chargeLines(charges, total, context.output.columns);
  context.output.result({ days, total, charges }, lines);
}

async function chargeLines(charges: readonly PointsItem[], total: number, width: number): Promise<string[]> {
  const { table } = await import('../text/columns.ts');
  const columns = [
    { title: 'when (UTC)' },
    { title: 'call', atLeast: 32 },
    { title: 'credits', right: true },
    { title: 'balance', right: true, optional: true },
  ];
  const rows = charges.map((item) => [
    minute(Date.parse(String(item.createdAt))),
    printableText(`${item.apiMethod ?? ''} ${item.apiPath ?? ''}`, 60),
    printableText(item.finalAmount, 20),
    printableText(item.afterCredits ?? '', 20),
  ]);
  return [...table(columns, rows, width), `${count(charges.length, 'charge')}, ${count(total, 'credit')}`];
}
