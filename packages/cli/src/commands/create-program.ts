import { Command, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { type Choose, sharedFlags } from '../program/define-command.ts';
import { addCompletion } from './completion.ts';
import { addCredits } from './credits.ts';
import { addDemo } from './demo.ts';
import { addDoctor } from './doctor.ts';
import { addGenerate } from './generate.ts';
import { addHelp } from './help.ts';
import { addModels } from './models.ts';
import { addResume } from './resume.ts';
import { addSandbox } from './sandbox.ts';
import { addTrain } from './train.ts';
import { addTrainings } from './trainings.ts';
import { addUsage } from './usage.ts';

/** In the order of the help. */
const commands = [
  addTrain,
  addResume,
  addTrainings,
  addModels,
  addGenerate,
  addCredits,
  addUsage,
  addDoctor,
  addCompletion,
  addSandbox,
  addDemo,
  addHelp,
];

/**
 * The program with all its commands. A command imports what its action needs only when the action runs, so that `--help` is quick. `say` is called with
 * the text of help and version.
 */
export function createProgram(chosen: Choose, say: (text: string) => void): Command {
  const program = new Command('mountsea-suno')
    .usage('<command> [options]')
    .description('Train Suno custom models on your own songs, through the Mountsea API.')
    .version(packageJson.version, '-V, --version')
    .helpCommand(false)
    .exitOverride()
    // `run` reports errors, once.
    .configureOutput({ outputError: () => {}, writeOut: say })
    .configureHelp({ visibleOptions, subcommandTerm: (command) => command.name() })
    .showSuggestionAfterError()
    .addHelpText('after', common);
  for (const [flags, about] of sharedFlags) program.addOption(new Option(flags, about).hideHelp());
  const choose: Choose = (invocation) => chosen({ ...invocation, flags: { ...invocation.flags, ...program.opts() } });
  for (const add of commands) add(program, choose);
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
