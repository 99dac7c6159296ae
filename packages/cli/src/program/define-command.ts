import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CommonFlags, ConfiguredContext, Context } from '../context.ts';
import { UsageError } from '../errors.ts';

/** What the command line asks for, before it is done. A number that the action returns is the exit code. */
export type Invocation = { readonly flags: CommonFlags } & (
  | { readonly settings?: true; action(context: ConfiguredContext): Promise<unknown> }
  // This kind of action does not read the settings, so a broken configuration does not stop it.
  | { readonly settings: false; action(context: Context): Promise<unknown> }
);

/** Called with the command that was chosen. */
export type Choose = (invocation: Invocation) => void;

/** Flags that may stand anywhere, also before the command. Only the help of the program shows them. */
export const sharedFlags: readonly (readonly [flags: string, description: string])[] = [
  ['--json', 'one JSON object on stdout'],
  ['-q, --quiet', 'the result only'],
  ['--no-color', 'no colours'],
  ['--config <path>', 'configuration file'],
];
const connectionFlags = [
  ['--base-url <url>', 'address of the Suno API'],
  ['--usage-base-url <url>', 'address of the usage API'],
  ['--api-key-file <path>', 'file that holds the key'],
] as const;

/** A command with an example in its help. If it connects to the API, it also takes the connection flags, which only the program's help shows. */
export function defineCommand(
  parent: Command,
  name: string,
  description: string,
  example: string,
  { connects = true }: { connects?: boolean } = {},
): Command {
  const made = parent
    .command(name)
    .description(description)
    .addHelpText('after', exampleText(example))
    .allowExcessArguments(false);
  if (connects) for (const [flags, about] of connectionFlags) made.addOption(new Option(flags, about).hideHelp());
  return made;
}

/** A command that consists of subcommands. Without one of them it does what `list` does. */
export function defineGroup(program: Command, name: string, description: string, example: string, list: () => void): Command {
  return program
    .command(name)
    .description(description)
    .addHelpText('after', exampleText(example))
    .allowExcessArguments()
    .action((_flags, { args: [word], commands }: Command) => {
      if (word === undefined) return list();
      const names = commands.map((one) => one.name()).join(', ');
      throw new UsageError(`unknown command '${word}': ${name} has ${names}`);
    });
}

function exampleText(example: string): string {
  return `\nExample: mountsea-suno ${example}`;
}

/** The flags of every command that drives a training. */
export function addRunFlags(command: Command): Command {
  return command
    .option('-y, --yes', 'spend the credits without asking')
    .addOption(pollInterval())
    .option('--concurrency <n>', 'number of uploads at once (4)', wholeNumber)
    .option('--min-clips <n>', 'train if at least this many songs succeed (all)', wholeNumber)
    .option('--deadline <minutes>', 'stop waiting after this time (30)', wholeNumber);
}

/** `--poll-interval <ms>`. */
export function pollInterval(): Option {
  return new Option('--poll-interval <ms>', 'time between polls (default: planned)').argParser(wholeNumber);
}

/** The value of a flag that takes a whole number above 0. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/u.test(text) || !Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number above 0.');
  return value;
}

/** The value of `--port`. */
export function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65_535) throw new InvalidArgumentError('A port is 65535 at most.');
  return port;
}
