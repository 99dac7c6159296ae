import { Command, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { addAccountCommands } from './account-commands.ts';
import { addHelpCommand } from './help-command.ts';
import { addModelCommands } from './model-commands.ts';
import { type Choose, sharedFlags } from './options.ts';
import { addSandboxCommands } from './sandbox-commands.ts';
import { addTrainingCommands } from './training-commands.ts';

/** The commands and their flags. Each one loads its code when it is chosen, so that `--help` is quick. `say` gets the text of helps. */
export function createProgram(chosen: Choose, say: (text: string) => void): Command {
  const program = new Command('mountsea-suno')
    .usage('<command> [options]')
    .description('Train Suno custom models on your own songs, through the Mountsea API.')
    .version(packageJson.version, '-V, --version')
    .helpCommand(false)
    .exitOverride()
    // What went wrong is said once, by `run`.
    .configureOutput({ outputError: () => {}, writeOut: say })
    .configureHelp({ visibleOptions, subcommandTerm: (command) => command.name() })
    .showSuggestionAfterError()
    .addHelpText('after', common);
  for (const [flags, about] of sharedFlags) program.addOption(new Option(flags, about).hideHelp());
  const choose: Choose = (invocation) => chosen({ ...invocation, flags: { ...invocation.flags, ...program.opts() } });
  addTrainingCommands(program, choose);
  addModelCommands(program, choose);
  addAccountCommands(program, choose);
  addSandboxCommands(program, choose);
  addHelpCommand(program);
  return program;
}

function visibleOptions({ commands, options }: Command): Option[] {
  return commands.length > 0 ? [] : options.filter(({ hidden }) => !hidden);
}

const common = `
All take --json (one object on stdout), -q, --quiet, --no-color, --config <path>
With the API: --base-url <url>, --usage-base-url <url>, --api-key-file <path>
The key comes from MOUNTSEA_API_KEY. More: mountsea-suno <command> --help

Example: mountsea-suno demo`;
