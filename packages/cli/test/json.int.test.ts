import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningSandbox, startSandbox } from '@mountsea-suno/sandbox/node';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../src/commands/create-program.ts';
import { environmentAt, type RunSetup, runCli, startCli } from './support/run-cli.ts';

const nothing = (): void => {};
const paths = (command: Command, above: readonly string[] = []): string[][] =>
  command.commands.flatMap((one) => [[...above, one.name()], ...paths(one, [...above, one.name()])]);
/** Every command that there is, a new one too. */
const commands = paths(createProgram(nothing, nothing)).map((path) => path.join(' '));
/** The one that prints a line per event. */
const streams = 'trainings watch';
/** The ones that no configuration can stop. */
const needless = ['completion', 'sandbox', 'demo', 'help'];
type Json = Record<string, unknown>;

let top: string;
let sandbox: RunningSandbox;
let env: Record<string, string>;
/** What the commands need that do nothing without. */
let needs: Record<string, string[]>;

beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'mountsea-json-'));
  sandbox = await startSandbox({ durations: { upload: 50, create: 200, generate: 200 } });
  env = environmentAt(sandbox, join(top, 'home'));
  const train = ['--name', 'v6Pro', '--poll-interval', '30', ...sandbox.songUrls];
  await runCli(['train', '--json', ...train], { env });
  const [{ id = '' } = {}] = JSON.parse((await runCli(['trainings', '--json'], { env })).stdout).trainings;
  const exported = join(top, 'models.json');
  await runCli(['models', 'export', exported], { env });
  needs = {
    train,
    resume: [id],
    'trainings show': [id],
    'trainings watch': [id],
    'trainings remove': [id],
    'models import': [exported],
    generate: ['--prompt', 'Rain'],
    completion: ['bash'],
    demo: ['--speed', '400'],
  };
});
afterAll(async () => {
  await sandbox.close();
  await rm(top, { recursive: true });
});

/** Runs a command with --json and gives what stdout held, each line of it parsed. */
async function run(args: readonly string[], setup: RunSetup = { env }): Promise<{ code: number | null; records: Json[] }> {
  const running = startCli(['--json', ...args], setup);
  // One that serves would do so for ever.
  running.child.stdout?.once('data', (text) => String(text).startsWith('{"url"') && running.child.kill('SIGINT'));
  const { code, stdout } = await running.finished;
  expect(stdout).toMatch(/\}\n$/u);
  const lines = stdout.trimEnd().split('\n');
  return { code, records: lines.map((line) => JSON.parse(line) as Json) };
}

const usageError = { error: expect.objectContaining({ code: 'usage', exitCode: 2 }) };

describe.each(commands)('%s --json', (path) => {
  const words = path.split(' ');

  it('prints JSON and nothing else when all is well', async () => {
    const { code, records } = await run([...words, ...(needs[path] ?? [])]);
    expect(code).toBe(0);
    if (path !== streams) expect(records).toHaveLength(1);
    for (const record of records) expect(record).not.toHaveProperty('error');
  });

  it('prints one object with --help', async () => {
    const { code, records } = await run([...words, '--help']);
    expect({ code, records }).toEqual({ code: 0, records: [{ help: expect.stringContaining(`mountsea-suno ${path}`) }] });
  });

  it('prints one object when it is used wrongly', async () => {
    expect(await run([...words, '--no-such-flag'])).toEqual({ code: 2, records: [usageError] });
  });

  it('prints one object when the configuration is broken, which stops only what needs one', async () => {
    await writeFile(join(top, 'mountsea-suno.config.json'), '{');
    const { code, records } = await run([...words, ...(needs[path] ?? [])], { env, cwd: top });
    await rm(join(top, 'mountsea-suno.config.json'));
    const others: Record<string, unknown> = { doctor: { code: 2, records: [expect.objectContaining({ ok: false })] } };
    const fine = { code: 0, records: [expect.not.objectContaining(usageError)] };
    const expected = needless.includes(path) ? fine : (others[path] ?? { code: 2, records: [usageError] });
    expect({ code, records }).toEqual(expected);
  });
});

it.each([
  [['--version'], 0, { version: expect.stringMatching(/^\d+\.\d+\.\d+/u) }],
  [['--help'], 0, { help: expect.stringContaining('Commands:') }],
  [['help', 'trainings', 'watch'], 0, { help: expect.stringContaining('trainings watch') }],
  [['help', 'trainings', 'wach'], 2, usageError],
  [[], 2, usageError],
  [['trian'], 2, usageError],
  [['trainings', 'wach'], 2, usageError],
  [['trainings', 'list', 'more'], 2, usageError],
])('%j --json prints one object and ends with %i', async (args, code, record) => {
  expect(await run(args)).toEqual({ code, records: [record] });
});

it('an error after the result is not written as a second object', async () => {
  const [training] = JSON.parse((await runCli(['trainings', '--json'], { env })).stdout).trainings as [{ id: string }];
  await rm(join(top, 'home', 'hosted'), { recursive: true, force: true });
  await writeFile(join(top, 'home', 'hosted'), 'no folder');
  const { code, records } = await run(['resume', training.id]);
  expect({ code, records }).toEqual({ code: 2, records: [expect.objectContaining({ modelId: expect.any(String) })] });
});
