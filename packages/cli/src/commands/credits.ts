import { printableText } from '@mountsea-suno/internal';
import type { Command } from 'commander';
import type { ConfiguredContext } from '../context.ts';
import { type Choose, defineCommand } from '../program/define-command.ts';

/** `mountsea-suno credits`. */
export function addCredits(program: Command, choose: Choose): void {
  defineCommand(program, 'credits', 'show the balance of the account', 'credits').action((flags) => {
    choose({ flags, action: credits });
  });
}

async function credits(context: ConfiguredContext): Promise<void> {
  const { openClient } = await import('../client-and-store.ts');
  const client = await openClient(context);
  const balance = await client.usage.credits({ signal: context.signal });
  context.output.result({ credits: balance.credits }, [printableText(balance.credits, 40)]);
}
