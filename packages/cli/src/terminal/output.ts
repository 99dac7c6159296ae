import { plain } from '../text/plain.ts';
import { colourStyle, plainStyle, type Style } from '../text/style.ts';
import { screenSize } from './screen-size.ts';

/** What the standard streams and the environment of this process offer; a test brings its own. */
export interface Terminal {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** The flags that decide how things are said. */
export interface OutputFlags {
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly color?: boolean | undefined;
}

/** Where a command says things: people's text on one stream, the result of `--json` on stdout alone. */
export interface Output {
  readonly json: boolean;
  readonly quiet: boolean;
  /** The stream of people's text: stdout, or stderr when stdout is kept for JSON. */
  readonly stream: NodeJS.WriteStream;
  /** Whether `stream` is a terminal that lines can be redrawn on. */
  readonly live: boolean;
  /** How wide a table may be; a pipe or a file takes any width. */
  readonly columns: number;
  /** Whether somebody can be asked. */
  readonly interactive: boolean;
  readonly style: Style;
  /** A line for people; nothing with `--quiet`. */
  note(line: string): void;
  /** A line on stderr, also with `--quiet`. */
  warn(line: string): void;
  /** The result: one JSON object with `--json`, the lines otherwise. What goes wrong after it is no second object. */
  result(value: unknown, lines: readonly string[]): void;
  readonly hasResult: boolean;
  /** One object of a stream of them (NDJSON) with `--json`, the lines otherwise. */
  item(value: unknown, lines: readonly string[]): void;
}

/** The output of one command. */
export function createOutput(terminal: Terminal, flags: OutputFlags): Output {
  const json = flags.json === true;
  const quiet = flags.quiet === true;
  const stream = json ? terminal.stderr : terminal.stdout;
  const tty = stream.isTTY === true;
  const dumb = terminal.env.TERM === 'dumb';
  const coloured = flags.color !== false && !terminal.env.NO_COLOR && tty && !dumb;
  const style = coloured ? colourStyle : plainStyle;
  const item = (value: unknown, lines: readonly string[]): void => {
    terminal.stdout.write(json ? `${JSON.stringify(value)}\n` : lines.map((line) => `${line}\n`).join(''));
  };
  let hasResult = false;
  return {
    json,
    quiet,
    stream,
    style,
    live: tty && !dumb && !quiet,
    columns: tty ? screenSize(stream).columns : Number.POSITIVE_INFINITY,
    interactive: tty && terminal.stdin.isTTY === true,
    note: (line) => void (quiet || stream.write(`${line}\n`)),
    warn: (line) => void terminal.stderr.write(`${style.yellow('warning')}: ${plain(line, 2000)}\n`),
    result: (value, lines) => {
      hasResult = true;
      item(value, lines);
    },
    get hasResult() {
      return hasResult;
    },
    item,
  };
}
