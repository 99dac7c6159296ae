import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningSandbox, startSandbox } from '@mountsea-suno/sandbox/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bin, environmentAt, type Finished, runCli } from './support/run-cli.ts';

let top: string;
let sandbox: RunningSandbox;
let env: Record<string, string>;
let modelId: string;

const run = async (...args: string[]): Promise<Finished> => await runCli(args, { env, cwd: top });
const json = async (...args: string[]): Promise<Record<string, unknown>> =>
  JSON.parse((await run(...args, '--json')).stdout) as Record<string, unknown>;

beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'mountsea-commands-'));
  sandbox = await startSandbox({ durations: { upload: 50, create: 200, generate: 200 } });
  env = environmentAt(sandbox, join(top, 'home'));
  modelId = String((await json('train', '--name', 'v6Pro', '--poll-interval', '30', ...sandbox.songUrls)).modelId);
});
afterAll(async () => {
  await sandbox.close();
  await rm(top, { recursive: true });
});

it('credits', async () => {
  const balance = sandbox.credits.balance;
  expect(await json('credits')).toEqual({ credits: balance });
  expect(await run('credits')).toEqual({ code: 0, stdout: `${balance}\n`, stderr: '' });
  // The usage API of another host is never asked with this key unless it is named.
  const { MOUNTSEA_USAGE_BASE_URL: _unset, ...rest } = env;
  expect(await runCli(['credits'], { env: rest })).toMatchObject({ code: 2, stdout: '' });
});

it('usage', async () => {
  const { charges, total } = await json('usage', '--days', '7');
  expect(charges).toHaveLength(sandbox.credits.charges.length);
  expect(total).toBe(sandbox.credits.charged);
  const { stdout } = await run('usage');
  expect(stdout).toMatch(
    /^when \(UTC\) +call +credits +balance\n\d{4}-\d\d-\d\d \d\d:\d\d +POST \/suno\/v2\/customModel\/create +100 +9900\n1 charge, 100 credits\n$/u,
  );
  expect(await run('usage', '--days', '91')).toMatchObject({ code: 2 });
});

describe('trainings', () => {
  it('are listed and shown by the beginning of their id', async () => {
    const { trainings } = (await json('trainings', 'list')) as { trainings: { id: string; modelId: string }[] };
    const [training] = trainings;
    expect(training).toMatchObject({ modelId, name: 'v6Pro', phase: 'done', clips: 6, files: 6 });
    const id = training?.id ?? '';
    expect((await run('trainings', 'list')).stdout).toContain(id);
    expect((await run('trainings', 'show', id.slice(0, 10))).stdout).toMatch(new RegExp(`^Model +${modelId}$`, 'mu'));
    expect(await json('trainings', 'show', id)).toMatchObject({ id, state: { name: 'v6Pro' } });
    expect((await run('trainings', 'watch', id)).stdout).toContain(modelId);
    expect(await run('trainings', 'show', 'nope')).toMatchObject({ code: 2 });
    expect((await run('trainings', 'show', id.slice(0, 3))).stderr).toContain('at least 4 characters');
    expect(await run('resume')).toMatchObject({ code: 2, stdout: '' });
    expect(await json('resume', id)).toMatchObject({ modelId });
  });
});

describe('trainings remove', () => {
  it('forgets a training that failed, and asks first', async () => {
    sandbox.faults.add({ operation: 'customModel.create', kind: 'fail-task', failReason: 'too quiet' });
    const failed = await run('train', '--yes', '--name', 'loud', '--poll-interval', '30', ...sandbox.songUrls);
    expect(failed.code).toBe(4);
    const listed = (await run('trainings')).stdout;
    const id = /^(\S+) +loud +failed: too quiet/mu.exec(listed)?.[1] ?? '';
    expect(await run('trainings', 'remove', id)).toMatchObject({ code: 2, stderr: expect.stringContaining('add --yes') });
    expect((await run('trainings', 'remove', id, '--yes')).stdout).toBe(`Removed  ${id}  loud\n`);
    expect((await run('trainings')).stdout).not.toContain(id);
    expect(await run('trainings', 'remove', id, '--yes')).toMatchObject({ code: 2 });
  });

  it('leaves the model of one that is done in the list of models, also one that another program trained', async () => {
    const { modelId: other } = await json('train', '--name', 'other', '--poll-interval', '30', ...sandbox.songUrls);
    await rm(join(top, 'home', 'models', `${String(other).replace('chirp-custom:', '')}.json`));
    const { trainings } = (await json('trainings')) as { trainings: { id: string; modelId: string }[] };
    const id = trainings.find((training) => training.modelId === other)?.id ?? '';
    expect(await json('trainings', 'remove', id)).toEqual({ removed: id });
    expect((await run('trainings', 'list')).stdout).not.toContain(id);
    expect((await run('models', 'list')).stdout).toContain(other);
    expect((await run('generate', '--no-wait', '--prompt', 'Rain', '--model', 'other')).code).toBe(0);
    await rm(join(top, 'home', 'models', `${String(other).replace('chirp-custom:', '')}.json`));
  });
});

describe('models', () => {
  it('are exported, and imported into another home', async () => {
    expect(await json('models', 'list')).toMatchObject({ models: [{ modelId, name: 'v6Pro', songs: 6 }] });
    const file = join(top, 'models.json');
    expect(await run('models', 'export', file)).toMatchObject({ code: 0, stdout: `1 model written to ${file}\n` });
    expect(await run('models', 'export', file)).toMatchObject({ code: 2 });
    expect(JSON.parse((await run('models', 'export')).stdout)).toEqual(JSON.parse(await readFile(file, 'utf8')));
    const elsewhere = { ...env, MOUNTSEA_SUNO_HOME: join(top, 'other-home') };
    expect((await runCli(['models', 'import', file], { env: elsewhere })).stdout).toBe('1 model added, 0 known already\n');
    expect((await runCli(['models', 'import', file], { env: elsewhere })).stdout).toBe('0 models added, 1 known already\n');
    expect((await runCli(['models', 'list'], { env: elsewhere })).stdout).toContain(modelId);
  });

  it('are all imported or none', async () => {
    const file = join(top, 'damaged.json');
    await writeFile(
      file,
      JSON.stringify({
        version: 1,
        models: [
          { modelId, name: 'good' },
          { modelId: '../../evil', name: 'bad' },
        ],
      }),
    );
    const elsewhere = { ...env, MOUNTSEA_SUNO_HOME: join(top, 'third-home') };
    const { code, stderr } = await runCli(['models', 'import', file], { env: elsewhere });
    expect(code).toBe(2);
    expect(stderr).toContain('model 2 of');
    expect(JSON.parse((await runCli(['models', 'list', '--json'], { env: elsewhere })).stdout)).toEqual({ models: [] });
  });
});

describe('generate', () => {
  it('submits first and fetches later', async () => {
    const { taskId } = await json('generate', '--no-wait', '--prompt', 'Rain', '--tags', 'folk');
    expect(sandbox.calls.findLast(({ operation }) => operation === 'generate')).toBeDefined();
    const before = sandbox.credits.charged;
    const song = await json('generate', '--task-id', String(taskId), '-o', join(top, 'songs'), '--poll-interval', '30');
    expect(song).toMatchObject({
      taskId,
      clips: expect.any(Array),
      files: [expect.stringMatching(/song\.\w+$/u), expect.stringMatching(/song-2\.\w+$/u)],
    });
    expect(sandbox.credits.charged).toBe(before);
  });

  it('finds out that the song cannot be kept before it is paid for', async () => {
    const before = sandbox.count('generate');
    await writeFile(join(top, 'taken'), '');
    expect(await run('generate', '--prompt', 'Rain', '--model', modelId, '-o', join(top, 'taken', 'songs'))).toMatchObject({
      code: 2,
    });
    expect(sandbox.count('generate')).toBe(before);
  });

  it('spends nothing on a song that is not described', async () => {
    const before = sandbox.count('generate');
    expect(await run('generate', '--model', modelId)).toMatchObject({ code: 2, stderr: expect.stringContaining('--prompt') });
    expect(sandbox.count('generate')).toBe(before);
  });

  it('says once what it submitted', async () => {
    const { stdout } = await run('generate', '--prompt', 'Rain', '--model', modelId, '--no-wait');
    expect(stdout).toMatch(/^Task +\S+\n$/u);
  });

  it('takes the newest model, a name, or an id, and says what it does not know', async () => {
    for (const args of [[], ['--model', 'v6Pro'], ['--model', modelId]])
      expect(await json('generate', '--no-wait', '--prompt', 'Rain', ...args)).toHaveProperty('taskId');
    expect(await run('generate', '--prompt', 'Rain', '--model', 'unknown')).toMatchObject({ code: 2 });
    expect(await run('generate', '--no-wait', '-o', 'x')).toMatchObject({ code: 2 });
    expect((await run('generate', '--model', modelId, '--task', 'no-such-task')).code).toBe(3);
  });
});

describe('doctor', () => {
  it('finds nothing wrong with a good setup', async () => {
    const { ok, findings } = (await json('doctor')) as { ok: boolean; findings: { check: string; state: string }[] };
    expect(findings.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(ok).toBe(true);
  });

  it('ends with the code of what is wrong', async () => {
    expect(await runCli(['doctor'], { env: { ...env, MOUNTSEA_API_KEY: 'another' } })).toMatchObject({ code: 3 });
    const keyless = await runCli(['doctor'], { env: { ...env, MOUNTSEA_API_KEY: '' } });
    expect(keyless.code).toBe(2);
    expect(keyless.stdout.match(/API 127\.0\.0\.1:\d+ +can be reached/gu)).toHaveLength(2);
    const deaf = { MOUNTSEA_API_KEY: '', MOUNTSEA_BASE_URL: 'http://127.0.0.1:1' };
    expect((await runCli(['doctor'], { env: { ...env, ...deaf } })).stdout).toMatch(
      /✘ API 127\.0\.0\.1:1 .*nothing listens there/u,
    );
    await writeFile(join(top, 'file'), '');
    expect(await runCli(['doctor'], { env: { ...env, MOUNTSEA_SUNO_HOME: join(top, 'file', 'x') } })).toMatchObject({ code: 2 });
  });
});

it('finds key and hosts in the configuration, with flags above', async () => {
  const config = join(top, 'own.config.json');
  await writeFile(join(top, 'print-key.mjs'), `console.log(${JSON.stringify(sandbox.apiKey)})`);
  const apiKeyCommand = `${JSON.stringify(process.execPath)} print-key.mjs`;
  await writeFile(
    config,
    JSON.stringify({ baseUrl: 'http://127.0.0.1:9', usageBaseUrl: sandbox.url, apiKeyCommand, home: 'home' }),
  );
  expect((await runCli(['credits', '--config', config])).code).toBe(0);
  expect((await runCli(['models', 'list', '--config', config])).stdout).toContain(modelId);
  expect((await runCli(['credits', '--config', config, '--usage-base-url', 'http://127.0.0.1:9'])).code).toBe(6);
});

it('names the file of a project that has chosen a host or a key command', async () => {
  const project = join(top, 'checkout');
  const config = join(project, 'mountsea-suno.config.json');
  await mkdir(project);
  await writeFile(
    config,
    JSON.stringify({ usageBaseUrl: sandbox.url, apiKeyCommand: `echo ${sandbox.apiKey}`, bucket: 'songs' }),
  );
  const said = `warning: ${config} has chosen usageBaseUrl, apiKeyCommand\n`;
  expect(await runCli(['credits', '--json'], { cwd: project })).toMatchObject({ code: 0, stderr: said });
  expect(await runCli(['credits', '--quiet'], { cwd: project })).toMatchObject({ code: 0, stderr: '' });
  expect(await runCli(['credits', '--config', config], { cwd: top })).toMatchObject({ code: 0, stderr: '' });
});

it('--quiet says only the result', async () => {
  const { code, stdout, stderr } = await run(
    'train',
    '--yes',
    '--quiet',
    '--name',
    'quiet',
    '--poll-interval',
    '30',
    ...sandbox.songUrls,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Model {4}chirp-custom:[^\n]+\nName {5}quiet\n/u);
});

it('starts quickly: --help takes less than 120 ms over an empty node', async () => {
  // Processor time, the least of a few runs: the time on the wall tells as much about what else the machine does.
  const best = async (...args: string[]): Promise<number> => {
    const times: number[] = [];
    for (let run = 0; run < 6; run += 1) times.push(await processorMs(args));
    return Math.min(...times);
  };
  const empty = await best('-e', '0');
  expect((await best(bin, '--help')) - empty).toBeLessThan(120);
  // Negative control: the measure sees work.
  expect((await best('-e', 'while (process.cpuUsage().user < 250_000);')) - empty).toBeGreaterThan(120);
});

async function processorMs(args: readonly string[]): Promise<number> {
  const report =
    "process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('<' + (user + system) + '>'); })";
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(report)}`, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  await new Promise((resolve) => child.on('close', resolve));
  return Number(/<(\d+)>/u.exec(stderr)?.[1]) / 1000;
}
