import { type Command, InvalidArgumentError, Option } from 'commander';
import type { BareContext, CommonFlags } from '../bare-context.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../usage-error.ts';

/** What the command line asks for: read from the arguments, not done yet. A number that its action gives is the exit code. */
export type Invocation = { readonly flags: CommonFlags } & (
  | { readonly settings?: true; action(context: Context): Promise<unknown> }
  // The settings are not read: a broken configuration is no obstacle.
  | { readonly settings: false; action(context: BareContext): Promise<unknown> }
);

/** Takes note of the command that was chosen. */
export type Choose = (invocation: Invocation) => void;

/** Flags that may stand anywhere, also before the command. No help but the first one repeats them. */
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

/** A command with an example in its help, and the flags of the connection, where it connects, which its own help does not repeat. */
export function command(
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

/** A command of commands, the first of which it stands for when it stands alone. */
export function group(program: Command, name: string, description: string, example: string, list: () => void): Command {
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

/** `--poll-interval <ms>`. */
export function pollInterval(): Option {
  return new Option('--poll-interval <ms>', 'look so often (planned by experience)').argParser(wholeNumber);
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
