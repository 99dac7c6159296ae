import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@mountsea-suno/sandbox/node';
import { expect, it } from 'vitest';
import { bin, environmentAt, startCli } from './support/run-cli.ts';
import { openTerminal } from './support/tmux.ts';

it('trainings watch shows how long the training of another process has gone on and may still go', async () => {
  const home = await mkdtemp(join(tmpdir(), 'mountsea-watch-'));
  const sandbox = await startSandbox({ durations: { upload: 100, create: 600_000 } });
  const env = environmentAt(sandbox, home);
  const driver = startCli(['train', '--yes', '--name', 'v6Pro', '--poll-interval', '50', ...sandbox.songUrls], { env });
  try {
    await driver.saw('create: accepted');
    const terminal = openTerminal(80, 24, `clear; ${process.execPath} ${bin} trainings watch`, env);
    try {
      const screen = await terminal.until(/training v6Pro +[█░]+ +[1-9] % {2}0:\d\d {2}about 2:\d\d left$/mu);
      expect(screen.match(/✔ \d song-\d.wav +clip ready/gu)).toHaveLength(6);
      terminal.keys('C-c');
      expect(await terminal.until(/ended with/u)).toMatch(/Go on with: mountsea-suno trainings watch \S+\nended with 130$/u);
      expect(terminal.cursorIsVisible()).toBe(true);
    } finally {
      terminal.close();
    }
  } finally {
    driver.child.kill('SIGINT');
    await driver.finished;
    await sandbox.close();
    await rm(home, { recursive: true, force: true });
  }
});
