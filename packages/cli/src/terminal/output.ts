import { styleText } from 'node:util';
import { printableText } from '@mountsea-suno/internal';

/** The standard streams and the environment of this process. A test brings its own. */
export interface Terminal {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** The flags that decide how a command writes. */
export interface OutputFlags {
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly color?: boolean | undefined;
}

/** Writes a text in one of the terminal's own colours, or as it is. */
export type Style = (format: 'dim' | 'bold' | 'red' | 'green' | 'yellow' | 'cyan', text: string) => string;

/** Where a command writes: text for people on one stream, the result of `--json` on stdout alone. */
export interface Output {
  readonly json: boolean;
  readonly quiet: boolean;
  /** The stream of the text for people: stdout, or stderr when stdout is kept for JSON. */
  readonly stream: NodeJS.WriteStream;
  /** Whether `stream` is a terminal that lines can be redrawn on. */
  readonly live: boolean;
  /** How many columns a table may take; a pipe or a file takes any width. */
  readonly columns: number;
  /** Whether there is somebody to ask. */
  readonly interactive: boolean;
  /** The colours of `stream`. */
  readonly style: Style;
  /** Writes a line for people; nothing with `--quiet`. */
  note(line: string): void;
  /** Writes a line on stderr, also with `--quiet`. */
  warn(line: string): void;
  /** Writes the result: one JSON object with `--json`, the lines otherwise. An error after it is not written as a second object. */
  result(value: unknown, lines: readonly string[]): void;
  readonly hasResult: boolean;
  /** Writes one object of a stream of them (NDJSON) with `--json`, the lines otherwise. */
  item(value: unknown, lines: readonly string[]): void;
}

/** The output of one command. */
export function createOutput(terminal: Terminal, flags: OutputFlags): Output {
  const json = flags.json === true;
  const quiet = flags.quiet === true;
  const stream = json ? terminal.stderr : terminal.stdout;
  const isTerminal = stream.isTTY === true;
  const canRedraw = isTerminal && terminal.env.TERM !== 'dumb';
  const styleOf = (to: NodeJS.WriteStream): Style =>
    flags.color !== false && takesColours(to, terminal.env) ? colours : noColours;
  const item = (value: unknown, lines: readonly string[]): void => {
    terminal.stdout.write(json ? `${jsonLine(value)}\n` : lines.map((line) => `${line}\n`).join(''));
  };
  let hasResult = false;
  return {
    json,
    quiet,
    stream,
    style: styleOf(stream),
    live: canRedraw && !quiet,
    columns: isTerminal ? screenSize(stream).columns : Number.POSITIVE_INFINITY,
    interactive: isTerminal && terminal.stdin.isTTY === true,
    note: (line) => void (quiet || stream.write(`${line}\n`)),
    warn: (line) =>
      void terminal.stderr.write(`${styleOf(terminal.stderr)('yellow', 'warning')}: ${printableText(line, 2000)}\n`),
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

/** Writes every text as it is. */
export const noColours: Style = (_format, text) => text;

const colours: Style = (format, text) => (text === '' ? '' : styleText(format, text, { validateStream: false }));

/** Whether a stream is to be coloured. `styleText` could decide it, but Node 20 and 24 differ on an empty NO_COLOR. */
function takesColours({ isTTY }: NodeJS.WriteStream, { FORCE_COLOR, NO_COLOR, TERM }: Terminal['env']): boolean {
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTTY === true && !NO_COLOR && TERM !== 'dumb';
}

/** JSON on one line. Characters that could move the cursor of a terminal, or hide text, are escaped: what a server sent may hold them. */
export function jsonLine(value: unknown): string {
  const escaped = (char: string): string =>
    Array.from({ length: char.length }, (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
  return JSON.stringify(value).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped);
}

/** How many columns and rows a terminal has. It is 80 × 24 when that is unknown: `script`, a serial line and some containers say 0 × 0. */
export function screenSize(screen: { readonly columns?: number | undefined; readonly rows?: number | undefined }): {
  columns: number;
  rows: number;
} {
  return { columns: screen.columns || 80, rows: screen.rows || 24 };
}
