import type { MountseaClient } from '@mountsea-suno/client';
import type { BareContext } from '../bare-context.ts';
import { ask } from '../terminal/ask.ts';
import { InterruptedError } from '../terminal/interruption.ts';
import { plain } from '../text/plain.ts';
import { UsageError } from '../usage-error.ts';

/** What is about to be paid for. */
export interface Expense {
  readonly what: string;
  readonly credits: number;
  /** `--yes`. */
  readonly yes?: boolean | undefined;
}

/**
 * Makes sure that somebody agrees to spend credits. On a terminal it shows the balance and asks. `--yes` agrees beforehand, and so does `--json`:
 * it is how programs call. Text output that goes to a pipe or a file without `--yes` is refused, for nobody could be asked.
 */
export async function consent(
  { terminal, output, signal }: BareContext,
  client: MountseaClient,
  expense: Expense,
): Promise<void> {
  if (expense.yes === true || output.json) return;
  const cost = `${expense.what} costs ${expense.credits} credits`;
  if (!output.interactive) throw new UsageError(`${cost} and there is no terminal to ask on: add --yes to agree`);
  const host = new URL(client.baseUrl).host;
  const question = `${cost[0]?.toUpperCase()}${cost.slice(1)} at ${host}.\n${await balanceLine(client, signal)}. Go on?`;
  if (!(await ask(terminal, output, question, signal))) {
    throw new InterruptedError('stopped: nothing was sent and nothing was charged');
  }
}

async function balanceLine(client: MountseaClient, signal: AbortSignal): Promise<string> {
  try {
    const { credits } = await client.usage.credits({ signal, timeoutMs: 10_000 });
    return `The balance is ${plain(credits, 40)}`;
  } catch (error) {
    if (signal.aborted) throw error;
    return `The balance is not known (${plain(error instanceof Error ? error.message : error, 120)})`;
  }
}
