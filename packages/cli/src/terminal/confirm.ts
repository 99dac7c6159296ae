import { createInterface } from 'node:readline/promises';
import type { MountseaClient } from '@mountsea-suno/client';
import { printableText } from '@mountsea-suno/internal';
import type { Context } from '../context.ts';
import { InterruptedError, UsageError } from '../errors.ts';

/** What is about to be paid for. */
export interface Charge {
  /** As in `training a model`. */
  readonly purpose: string;
  readonly credits: number;
  /** `--yes`. */
  readonly yes: boolean | undefined;
}

/**
 * Makes sure that somebody agrees to spend credits. On a terminal it shows the balance and asks. `--yes` agrees beforehand, and so does `--json`,
 * because programs call with it. Text output to a pipe or a file without `--yes` is refused, because nobody could be asked.
 */
export async function confirmCharge(context: Context, client: MountseaClient, { purpose, credits, yes }: Charge): Promise<void> {
  const cost = `${purpose} costs ${credits} credits`;
  await confirm(context, {
    yes,
    question: async () => {
      const host = new URL(client.baseUrl).host;
      return `${cost[0]?.toUpperCase()}${cost.slice(1)} at ${host}.\n${await balanceLine(context, client)}. Go on?`;
    },
    cannotAsk: `${cost} and there is no terminal to ask on: add --yes to agree`,
    declined: 'stopped: nothing was sent and nothing was charged',
  });
}

/** A question that is answered before something happens which cannot be undone. */
export interface Confirmation {
  /** `--yes`: agreed beforehand. */
  readonly yes: boolean | undefined;
  /** Gives the question; called only when somebody can be asked. */
  question(): Promise<string> | string;
  /** The message when there is nobody to ask. */
  readonly cannotAsk: string;
  /** The message after a no. */
  readonly declined: string;
}

/** Resolves when somebody agrees, or agreed beforehand by `--yes` or `--json`. Rejects with an InterruptedError after a no. */
export async function confirm(context: Context, { yes, question, cannotAsk, declined }: Confirmation): Promise<void> {
  if (yes === true || context.output.json) return;
  if (!context.output.interactive) throw new UsageError(cannotAsk);
  if (!(await ask(context, await question()))) throw new InterruptedError(declined);
}

async function balanceLine({ signal }: Context, client: MountseaClient): Promise<string> {
  try {
    const { credits } = await client.usage.credits({ signal, timeoutMs: 10_000 });
    return `The balance is ${printableText(credits, 40)}`;
  } catch (error) {
    if (signal.aborted) throw error;
    return `The balance is not known (${printableText(error instanceof Error ? error.message : error, 120)})`;
  }
}

/** Asks a yes-or-no question on the terminal; anything but y or yes is a no. Ctrl-C and the end of the input throw an InterruptedError. */
async function ask({ terminal, output, signal }: Context, question: string): Promise<boolean> {
  const lines = createInterface({ input: terminal.stdin, output: output.stream });
  const stop = new AbortController();
  const onStop = (): void => stop.abort(new InterruptedError('interrupted'));
  lines.on('SIGINT', onStop);
  lines.on('close', onStop);
  signal.addEventListener('abort', onStop, { once: true });
  if (signal.aborted) onStop();
  try {
    const answer = await lines.question(`${question} [y/N] `, { signal: stop.signal });
    return /^y(es)?$/iu.test(answer.trim());
  } catch (error) {
    output.stream.write('\n');
    throw stop.signal.aborted ? stop.signal.reason : error;
  } finally {
    lines.off('close', onStop);
    lines.close();
    signal.removeEventListener('abort', onStop);
  }
}
