import { Argument, type Command } from 'commander';
import { type Choose, command, wholeNumber } from './options.ts';

/** `credits`, `usage`, `doctor` and `completion`. */
export function addAccountCommands(program: Command, choose: Choose): void {
  command(program, 'credits', 'the balance of the account', 'credits').action((flags) => {
    choose({ flags, action: async (context) => (await import('../commands/credits.ts')).credits(context) });
  });
  command(program, 'usage', 'what was charged lately', 'usage --days 7')
    .option('--days <n>', 'how far back, at most 90 (30)', wholeNumber)
    .option('--limit <n>', 'how many charges at most (100)', wholeNumber)
    .action((flags) => {
      choose({ flags, action: async (context) => (await import('../commands/usage.ts')).usage(flags, context) });
    });
  command(program, 'doctor', 'check this machine, the key and both hosts', 'doctor')
    .option('--clean', 'remove hosted files that nobody needs any more')
    .action((flags) => {
      choose({
        flags,
        settings: false,
        action: async (context) => (await import('../commands/doctor.ts')).doctor(flags, context),
      });
    });
  command(program, 'completion', 'completion for a shell', 'completion bash >> ~/.bashrc', { connects: false })
    .addArgument(new Argument('<shell>', 'your shell').choices(['bash', 'zsh', 'fish']))
    .action((shell: string, flags) => {
      choose({
        flags,
        settings: false,
        action: async (context) => (await import('../commands/completion.ts')).completion(shell, program, context),
      });
    });
}
