import type { Command } from 'commander';
import { type Choose, command, pollInterval, portNumber, wholeNumber } from './options.ts';

/** `sandbox` and `demo`. */
export function addSandboxCommands(program: Command, choose: Choose): void {
  command(program, 'sandbox', 'run a stand-in of the API on this machine', 'sandbox --speed 20 --switch ledger=absent', {
    connects: false,
  })
    .option('--port <n>', 'port on 127.0.0.1 (a free one)', portNumber)
    .option('--speed <n>', 'tasks are so many times as fast (1)', wholeNumber)
    .option('--credits <n>', 'credits at the start (10000)', wholeNumber)
    .option('--seed <n>', 'all ids and durations follow from it (1)', wholeNumber)
    .option('--no-fetch-audio', 'take any URL for a song')
    .option('--switch <name=value>', 'set what the API leaves open; may be repeated', (one, all: string[] = []) => [...all, one])
    .action((flags) => {
      choose({
        flags,
        settings: false,
        action: async (context) => (await import('../commands/sandbox.ts')).sandbox(flags, context),
      });
    });
  command(program, 'demo', 'the whole job against a sandbox: free, no key', 'demo', { connects: false })
    .argument('[url...]', 'songs to train on in place of six of its own')
    .option('-n, --name <name>', 'name of the model (demo)')
    .option('--speed <n>', 'time passes so many times as fast (40)', wholeNumber)
    .addOption(pollInterval())
    .action((urls: string[], flags) => {
      choose({
        flags,
        settings: false,
        action: async (context) => (await import('../commands/demo.ts')).demo(urls, flags, context),
      });
    });
}
