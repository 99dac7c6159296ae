import { Command, InvalidArgumentError, Option } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import type { CommonFlags, Context } from './context.ts';

/** What the command line asks for: read from the arguments, not done yet. */
export interface Invocation {
  readonly flags: CommonFlags;
  action(context: Context): Promise<void>;
}

/** The commands and their flags. Each one loads its code when it is chosen, so that `--help` is quick. */
export function createProgram(choose: (invocation: Invocation) => void): Command {
  const program = new Command('mountsea-suno')
    .description('Train Suno custom models on your own songs, through the Mountsea API.')
    .version(packageJson.version, '-V, --version')
    .exitOverride()
    // What went wrong is said once, by `run`.
    .configureOutput({ outputError: () => {} })
    .configureHelp({ sortSubcommands: false, showGlobalOptions: false })
    .showSuggestionAfterError()
    .addHelpText('after', afterHelp);

  command(
    program,
    'train',
    'train a model on six or more songs (100 credits)',
    'train --name v6Pro https://example.com/{1..6}.mp3',
  )
    .argument('<url...>', 'public URL of a song')
    .requiredOption('-n, --name <name>', 'name of the model')
    .addOption(new Option('-y, --yes', 'spend the credits without asking'))
    .addOption(pollInterval())
    .option('--concurrency <n>', 'uploads at once (4)', wholeNumber)
    .option('--min-clips <n>', 'go on when so many songs are ready', wholeNumber)
    .option('--deadline <minutes>', 'stop watching after (30)', wholeNumber)
    .action((urls: string[], flags) => {
      choose({ flags, action: async (context) => (await import('./commands/train.ts')).train(urls, flags, context) });
    });

  command(program, 'sandbox', 'run a stand-in of the API on this machine', 'sandbox --port 4010 --speed 20', { connects: false })
    .option('--port <n>', 'port on 127.0.0.1 (a free one)', wholeNumber)
    .option('--speed <n>', 'tasks are so many times as fast (1)', wholeNumber)
    .option('--credits <n>', 'credits at the start (10000)', wholeNumber)
    .option('--seed <n>', 'all ids and durations follow from it (1)', wholeNumber)
    .option('--no-fetch-audio', 'take any URL for a song')
    .action((flags) => {
      choose({ flags, action: async (context) => (await import('./commands/sandbox.ts')).sandbox(flags, context) });
    });

  command(program, 'demo', 'the whole job against a sandbox: free, no key', 'demo', { connects: false })
    .argument('[url...]', 'songs to train on in place of six of its own')
    .option('-n, --name <name>', 'name of the model (demo)')
    .option('--speed <n>', 'time passes so many times as fast (40)', wholeNumber)
    .addOption(pollInterval())
    .action((urls: string[], flags) => {
      choose({ flags, action: async (context) => (await import('./commands/demo.ts')).demo(urls, flags, context) });
    });

  return program;
}

const afterHelp = `
Every command takes
  --json             one JSON object on stdout; all else goes to stderr
  -q, --quiet        only the result
  --no-color         no colours (NO_COLOR is honoured)
and those that call the API
  --base-url <url>   --usage-base-url <url>   --api-key-file <path>   --config <path>

The key comes from MOUNTSEA_API_KEY. Try it without one: mountsea-suno demo`;

function command(program: Command, name: string, description: string, example: string, { connects = true } = {}): Command {
  const made = program
    .command(name)
    .description(description)
    .addHelpText('after', `\nExample: mountsea-suno ${example}`)
    .addOption(new Option('--json').hideHelp())
    .addOption(new Option('-q, --quiet').hideHelp())
    .addOption(new Option('--no-color').hideHelp())
    .addOption(new Option('--config <path>').hideHelp());
  if (connects) {
    made
      .addOption(new Option('--base-url <url>').hideHelp())
      .addOption(new Option('--usage-base-url <url>').hideHelp())
      .addOption(new Option('--api-key-file <path>').hideHelp());
  }
  return made;
}

function pollInterval(): Option {
  return new Option('--poll-interval <ms>', 'look so often (planned by experience)').argParser(wholeNumber);
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/u.test(text) || !Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number above 0.');
  return value;
}
