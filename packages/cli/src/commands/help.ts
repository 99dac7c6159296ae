import type { Command } from 'commander';
import { UsageError } from '../errors.ts';
import { defineCommand } from '../program/define-command.ts';

/** `mountsea-suno help`: what `--help` prints for the command that follows. */
export function addHelp(program: Command): void {
  defineCommand(program, 'help', 'show the flags of a command', 'help trainings watch', { connects: false })
    .argument('[command...]', 'name of the command')
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
