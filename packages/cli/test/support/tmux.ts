import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A real terminal, run by tmux. */
export interface TerminalWindow {
  /** What stands on the screen, without trailing blanks. */
  screen(): string;
  /** The screen once it matches; rejects with what it was instead after 20 s. */
  until(pattern: RegExp): Promise<string>;
  keys(...keys: string[]): void;
  resize(columns: number, rows: number): void;
  cursorIsVisible(): boolean;
  close(): void;
}

let windows = 0;

/** Opens a terminal of a size in which a shell runs the command. */
export function openTerminal(columns: number, rows: number, command: string, env: Record<string, string> = {}): TerminalWindow {
  windows += 1;
  const socket = `mountsea-${process.pid}-${windows}`;
  const tmux = (...args: string[]): string => {
    const { status, stdout, stderr, error } = spawnSync('tmux', ['-L', socket, '-f', '/dev/null', '-u', ...args], {
      encoding: 'utf8',
    });
    if (error !== undefined) throw new Error('these tests need tmux: apt-get install tmux', { cause: error });
    if (status !== 0) throw new Error(`tmux ${args[0]}: ${stderr}`);
    return stdout;
  };
  const variables = Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
  tmux(
    'new-session',
    '-d',
    '-x',
    String(columns),
    '-y',
    String(rows),
    ...variables,
    `PS1='$ ' exec sh -c ${quote(`trap : INT\n${command}\necho "ended with $?"; exec cat`)}`,
  );
  const screen = (): string => tmux('capture-pane', '-p').trimEnd();
  return {
    screen,
    until: async (pattern) => {
      for (let tries = 0; tries < 400; tries += 1) {
        const seen = screen();
        if (pattern.test(seen)) return seen;
        await sleep(50);
      }
      throw new Error(`the screen never matched ${pattern}:\n${screen()}`);
    },
    keys: (...keys) => void tmux('send-keys', ...keys),
    resize: (x, y) => void tmux('resize-window', '-x', String(x), '-y', String(y)),
    cursorIsVisible: () => tmux('display-message', '-p', '#{cursor_flag}').trim() === '1',
    close: () => void tmux('kill-server'),
  };
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
