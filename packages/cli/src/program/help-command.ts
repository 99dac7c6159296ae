import type { Command } from 'commander';
import { UsageError } from '../usage-error.ts';
import { command } from './options.ts';

/** `help`: what `--help` says of a command, the words of which follow. */
export function addHelpCommand(program: Command): void {
  command(program, 'help', 'the flags of a command', 'help trainings watch', { connects: false })
    .argument('[command...]', 'its name')
    .action((words: string[]) => {
      let found = program;
      for (const word of words) {
        const next = found.commands.find((one) => one.name() === word);
        if (next === undefined) throw new UsageError(`unknown command '${words.join(' ')}'`);
        found = next;
      }
      found.help();
    });
}
