import { Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { addAccountCommands } from './account-commands.ts';
import { addModelCommands } from './model-commands.ts';
import type { Choose } from './options.ts';
import { addSandboxCommands } from './sandbox-commands.ts';
import { addTrainingCommands } from './training-commands.ts';

/** The commands and their flags. Each one loads its code when it is chosen, so that `--help` is quick. */
export function createProgram(choose: Choose): Command {
  const program = new Command('mountsea-suno')
    .usage('<command> [options]')
    .description('Train Suno custom models on your own songs, through the Mountsea API.')
    .version(packageJson.version, '-V, --version')
    .helpCommand('help [command]', 'the flags of a command')
    .exitOverride()
    // What went wrong is said once, by `run`.
    .configureOutput({ outputError: () => {} })
    .configureHelp({ visibleOptions: () => [], subcommandTerm: (command) => command.name() })
    .showSuggestionAfterError()
    .addHelpText('after', common);
  addTrainingCommands(program, choose);
  addModelCommands(program, choose);
  addAccountCommands(program, choose);
  addSandboxCommands(program, choose);
  for (const made of program.commands) {
    made.configureHelp({ visibleOptions: (one) => one.options.filter((option) => !option.hidden) });
    if (made.commands.length > 0) made.helpCommand(false);
  }
  return program;
}

const common = `
Every command: --json (one object on stdout, all else on stderr), -q, --quiet, --no-color
With the API:  --base-url <url>, --usage-base-url <url>, --api-key-file <path>, --config <path>
The key comes from MOUNTSEA_API_KEY. Flags and an example: mountsea-suno <command> --help

Example: mountsea-suno demo`;
