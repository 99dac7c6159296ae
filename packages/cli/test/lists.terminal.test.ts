import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningSandbox, startSandbox } from '@mountsea-suno/sandbox/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bin, environmentAt, runCli } from './support/run-cli.ts';
import { openTerminal } from './support/tmux.ts';

let home: string;
let sandbox: RunningSandbox;
let env: Record<string, string>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'mountsea-lists-'));
  sandbox = await startSandbox({ durations: { upload: 50, create: 100 } });
  env = environmentAt(sandbox, home);
  for (const name of ['v6Pro', 'a name that is longer than its column 夜'])
    await runCli(['train', '--json', '--name', name, '--poll-interval', '20', ...sandbox.songUrls], { env });
});
afterAll(async () => {
  await sandbox.close();
  await rm(home, { recursive: true, force: true });
});

it.each([
  ['trainings', 60, /^id +name +state +songs\n([0-9a-z-]{30} {2}(v6Pro|a name that i…) +done +6\/6\n){2}$/u],
  [
    'trainings',
    120,
    /^id +name +state +songs +started \(UTC\)\n([0-9a-z-]{30} {2}.+ {2}done +6\/6 {2}[0-9-]{10} [0-9:]{5}\n){2}$/u,
  ],
  ['models', 60, /^name +model\n((v6Pro|a name t…) +chirp-custom:[0-9a-f-]{36}\n){2}$/u],
  ['models', 120, /^name +model +songs +trained \(UTC\)\n(.+ {2}chirp-custom:[0-9a-f-]{36} +6 {2}[0-9-]{10} [0-9:]{5}\n){2}$/u],
  [
    'usage',
    60,
    /^when \(UTC\) +call +credits\n(.{16} {2}POST \/suno\/v2\/customModel\/create +100\n){2}2 charges, 200 credits\n$/u,
  ],
  [
    'usage',
    120,
    /^when \(UTC\) +call +credits +balance\n(.{16} {2}POST \/suno\/v2\/customModel\/create +100 +9[89]00\n){2}2 charges/u,
  ],
])('%s is a table of one line a record at %i columns', async (command, columns, expected) => {
  const terminal = openTerminal(columns, 20, `clear; ${process.execPath} ${bin} ${command}`, env);
  try {
    const screen = await terminal.until(/^ended with 0$/mu);
    expect(screen.replace(/ended with 0$/u, '')).toMatch(expected);
  } finally {
    terminal.close();
  }
});
