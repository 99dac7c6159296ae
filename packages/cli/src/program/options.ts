import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CommonFlags, Context } from '../context.ts';

/** What the command line asks for: read from the arguments, not done yet. */
export interface Invocation {
  readonly flags: CommonFlags;
  /** A number that it gives is the exit code. */
  action(context: Context): Promise<unknown>;
}

/** Takes note of the command that was chosen. */
export type Choose = (invocation: Invocation) => void;

/** A command with an example in its help, and the flags that all commands share, which its own help does not repeat. */
export function command(
  parent: Command,
  name: string,
  description: string,
  example: string,
  { connects = true }: { connects?: boolean } = {},
): Command {
  const made = parent.command(name).description(description).addHelpText('after', `\nExample: mountsea-suno ${example}`);
  const shared = ['--json', '-q, --quiet', '--no-color', '--config <path>'];
  const connection = ['--base-url <url>', '--usage-base-url <url>', '--api-key-file <path>'];
  for (const flags of connects ? [...shared, ...connection] : shared) made.addOption(new Option(flags).hideHelp());
  return made;
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
