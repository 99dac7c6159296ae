import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSandbox } from '@mountsea-suno/sandbox/node';
import { afterEach, describe, expect, it } from 'vitest';
import { bin, environmentAt } from './support/run-cli.ts';
import { openTerminal, type TerminalWindow } from './support/tmux.ts';

const driver = fileURLToPath(new URL('support/show-halfway.ts', import.meta.url));
const still = (screen: string): string => `\n${screen.replace(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/gu, '⠋')}\n`;

let terminal: TerminalWindow | undefined;
afterEach(() => {
  terminal?.close();
  terminal = undefined;
});

describe('progress in a real terminal', () => {
  it.each([60, 120])('looks like this at %i columns', async (columns) => {
    terminal = openTerminal(columns, 20, `${process.execPath} ${driver}`);
    expect(still(await terminal.until(/50 %/u))).toMatchSnapshot();
  });

  it('is redrawn for a new size, wider and narrower', async () => {
    terminal = openTerminal(120, 20, `${process.execPath} ${driver}`);
    await terminal.until(/50 %/u);
    terminal.resize(60, 20);
    expect(still(await terminal.until(/█{5}░{4} {3}50 % .*left\s*$/u))).toMatchSnapshot();
    terminal.resize(90, 20);
    const wide = await terminal.until(/█{15}/u);
    expect(wide.match(/clip ready/gu)).toHaveLength(6);
  });

  it('restores the terminal for the shell on Ctrl-Z, and goes on below', async () => {
    terminal = openTerminal(80, 24, 'exec bash --norc --noprofile -i');
    await terminal.until(/\$/u);
    terminal.keys(`clear; ${process.execPath} ${driver}`, 'Enter');
    await terminal.until(/50 %/u);
    terminal.keys('C-z');
    await terminal.until(/Stopped/u);
    expect(terminal.cursorIsVisible()).toBe(true);
    terminal.keys('echo still here; fg', 'Enter');
    const screen = await terminal.until(/still here\n.*\n(.*\n)*.*50 %/u);
    expect(screen.match(/50 %/gu)).toHaveLength(2);
  });

  it('fits a terminal of few rows', async () => {
    terminal = openTerminal(80, 6, `${process.execPath} ${driver}`);
    const screen = await terminal.until(/3 more|4 more/u);
    expect(screen.split('\n').length).toBeLessThanOrEqual(6);
  });
});

describe('train in a real terminal', () => {
  const run = async (answer: readonly string[], then: (window: TerminalWindow) => Promise<void>): Promise<number> => {
    const home = await mkdtemp(join(tmpdir(), 'mountsea-terminal-'));
    const sandbox = await startSandbox({ durations: { upload: 100, create: 6000 } });
    try {
      const env = environmentAt(sandbox, home);
      const command = `clear; ${process.execPath} ${bin} train --name v6Pro --poll-interval 50 ${sandbox.songUrls.join(' ')}`;
      terminal = openTerminal(100, 24, command, env);
      await terminal.until(/^Training a model costs 100 credits at 127\.0\.0\.1:\d+\.\nThe balance is 10000\. Go on\? \[y\/N\]/u);
      expect(sandbox.count('customModel.prepare')).toBe(0);
      terminal.keys(...answer);
      await then(terminal);
      return sandbox.credits.charged;
    } finally {
      await sandbox.close();
      await rm(home, { recursive: true, force: true });
    }
  };

  it('asks first, and a no costs nothing', async () => {
    const charged = await run(['n', 'Enter'], async (window) => {
      const screen = await window.until(/ended with/u);
      expect(screen).toMatch(/stopped: nothing was sent and nothing was charged\s+ended with 130/u);
    });
    expect(charged).toBe(0);
  });

  it('takes Ctrl-C for a no', async () => {
    const charged = await run(['C-c'], async (window) => {
      expect(await window.until(/ended with/u)).toMatch(/mountsea-suno: interrupted\nended with 130$/u);
      expect(window.cursorIsVisible()).toBe(true);
    });
    expect(charged).toBe(0);
  });

  it('trains after a yes', async () => {
    const charged = await run(['y', 'Enter'], async (window) => {
      const screen = await window.until(/ended with/u);
      expect(screen).toMatch(/✔ trained v6Pro +█+ +100 % {2}0:\d\d\n\s*Model +chirp-custom:.*ended with 0/su);
      expect(window.cursorIsVisible()).toBe(true);
    });
    expect(charged).toBe(100);
  });

  it('restores the terminal on Ctrl-C, with the resume command as its last line', async () => {
    await run(['y', 'Enter'], async (window) => {
      await window.until(/training v6Pro/u);
      expect(window.cursorIsVisible()).toBe(false);
      window.keys('C-c');
      const screen = await window.until(/ended with/u);
      expect(screen).toMatch(/\nGo on with: mountsea-suno resume \S+\nended with 130$/u);
      expect(screen.match(/training v6Pro/gu)).toHaveLength(1);
      expect(window.cursorIsVisible()).toBe(true);
    });
  });
});
