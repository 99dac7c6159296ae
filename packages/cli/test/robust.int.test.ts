import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningSandbox, startSandbox } from '@mountsea-suno/sandbox/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEchoServer } from './support/echo-server.ts';
import { bin, environmentAt, runCli, startCli } from './support/run-cli.ts';

const key = 'sk-unmistakable-0123456789';

let top: string;
let sandbox: RunningSandbox;
let env: Record<string, string>;

beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'mountsea-robust-'));
  sandbox = await startSandbox({ apiKey: key, durations: { upload: 50, create: 3000, generate: 200 } });
  env = environmentAt(sandbox, join(top, 'home'));
});
afterEach(async () => {
  await sandbox.close();
  await rm(top, { recursive: true, force: true });
});

const train = (): string[] => ['train', '--name', 'v6Pro', '--poll-interval', '40', ...sandbox.songUrls];

describe('an interrupted training', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends with 130 on %s, its last line resumes it, and nothing is charged twice',
    async (signal) => {
      const running = startCli([...train(), '--yes'], { env });
      await running.saw('create: accepted');
      running.child.kill(signal);
      const { code, stderr } = await running.finished;
      expect(code).toBe(130);
      const last = stderr.trimEnd().split('\n').at(-1) ?? '';
      expect(last).toMatch(/^Go on with: mountsea-suno resume \S+$/u);
      const resumed = await runCli([...last.replace('Go on with: mountsea-suno ', '').split(' '), '--poll-interval', '40'], {
        env,
      });
      expect(resumed).toMatchObject({ code: 0, stderr: '' });
      expect(sandbox.credits.charged).toBe(100);
    },
  );

  it('is reported in JSON, with the id', async () => {
    const running = startCli([...train(), '--json'], { env });
    await running.saw('create: accepted');
    running.child.kill('SIGINT');
    const { stdout } = await running.finished;
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'interrupted', exitCode: 130, resumeId: expect.any(String) } });
  });

  it('can be followed by a second process, which cannot drive it too', async () => {
    const first = startCli([...train(), '--yes'], { env });
    await first.saw('create: accepted');
    const second = await runCli(['resume'], { env });
    expect(second.code).toBe(2);
    expect(second.stderr).toContain('training_locked');
    expect(second.stderr).toMatch(/mountsea-suno trainings watch \S+\n$/u);
    const watched = await runCli(['trainings', 'watch', '--json'], { env });
    const events = watched.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; phase?: string });
    expect(events.at(-1)).toBeDefined();
    expect(events.some(({ type, phase }) => type === 'phase' && phase === 'done')).toBe(true);
    expect(events.find(({ type }) => type === 'progress')).toMatchObject({
      fraction: expect.any(Number),
      elapsedMs: expect.any(Number),
      remainingMs: expect.any(Number),
    });
    expect(await first.finished).toMatchObject({ code: 0 });
  });
});

it('a training that no process drives any more ends the watching with 7', async () => {
  const killed = startCli([...train(), '--yes'], { env });
  await killed.saw('create: accepted');
  killed.child.kill('SIGKILL');
  await killed.finished;
  const { code, stderr } = await runCli(['trainings', 'watch'], { env });
  expect(code).toBe(7);
  expect(stderr).toMatch(/no process drives this training\nGo on with: mountsea-suno resume \S+\n$/u);
  const { stdout } = await runCli(['trainings', 'watch', '--json'], { env });
  expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    error: { code: 'not_driven', exitCode: 7, resumeId: expect.any(String) },
  });
});

it('a training is not removed while it is driven, nor before its model is there, unless by force', async () => {
  const killed = startCli([...train(), '--yes'], { env });
  await killed.saw('create: accepted');
  const { trainings } = JSON.parse((await runCli(['trainings', '--json'], { env })).stdout) as { trainings: { id: string }[] };
  const id = trainings[0]?.id ?? '';
  const remove = ['trainings', 'remove', '--yes', id];
  const driven = await runCli([...remove, '--force'], { env });
  expect(driven).toMatchObject({ code: 2, stderr: expect.stringContaining('training_locked') });
  killed.child.kill('SIGKILL');
  await killed.finished;
  const open = await runCli(remove, { env });
  expect(open.code).toBe(2);
  expect(open.stderr).toMatch(
    /its create was accepted.*\n.*training_open\n.*trainings remove \S+ --force\nGo on with: mountsea-suno resume \S+\n$/u,
  );
  expect(await runCli([...remove, '--force'], { env })).toMatchObject({ code: 0 });
  expect(JSON.parse((await runCli(['trainings', '--json'], { env })).stdout)).toEqual({ trainings: [] });
});

it('a training that failed ends the watching with 4 and the reason', async () => {
  sandbox.faults.add({ operation: 'customModel.create', kind: 'fail-task', failReason: 'too \u001b[1mquiet' });
  expect((await runCli([...train(), '--yes'], { env })).code).toBe(4);
  const { code, stderr } = await runCli(['trainings', 'watch'], { env });
  expect(code).toBe(4);
  expect(stderr).toMatch(/the training failed: too quiet\n.*mountsea-suno resume \S+ --name NAME\n$/u);
});

describe('an output that goes away', () => {
  it('stops the watching, not the work, when its reader left', async () => {
    const child = spawn(process.execPath, [bin, ...train(), '--yes'], { env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(130);
    expect(stderr).toMatch(/nobody reads the output any more.*Go on with: mountsea-suno resume \S+\n$/su);
  });

  it('is reported when the disk is full', async () => {
    if (!existsSync('/dev/full')) return; // Only Linux has a full disk at hand.
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [bin, 'credits'], { env: { ...env }, stdio: ['ignore', full, 'pipe'] });
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    closeSync(full);
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'mountsea-suno: the disk is full\n' });
  });
});

describe('a machine that must be put right first', () => {
  it('a home that cannot be written: 2, and nothing is sent', async () => {
    await writeFile(join(top, 'file'), '');
    const { code, stderr } = await runCli([...train(), '--yes'], {
      env: { ...env, MOUNTSEA_SUNO_HOME: join(top, 'file', 'home') },
    });
    expect({ code, calls: sandbox.count() }).toEqual({ code: 2, calls: 0 });
    expect(stderr).toContain('a part of the path is not a folder');
  });

  it('a broken configuration: 2, with its path', async () => {
    const config = join(top, 'mountsea-suno.config.json');
    await writeFile(config, '{"bucket": "songs",}');
    const { code, stderr } = await runCli(['models', 'list'], { env, cwd: top });
    expect(code).toBe(2);
    expect(stderr).toContain(config);
  });

  it('a record that cannot be read: 2, and the file stays', async () => {
    expect((await runCli([...train(), '--json'], { env })).code).toBe(0);
    const [id = ''] = await readdir(join(top, 'home', 'trainings'));
    const path = join(top, 'home', 'trainings', id, 'training.json');
    await writeFile(path, '{"version":');
    const { code, stderr } = await runCli(['resume', id], { env });
    expect(code).toBe(2);
    expect(stderr).toContain('state_invalid');
    expect(await readFile(path, 'utf8')).toBe('{"version":');
  });
});

it('shows no control sequence of the server', async () => {
  const rude = await startEchoServer(400);
  try {
    const { code, stdout, stderr } = await runCli(['train', '--json', '--base-url', rude.url, ...train().slice(1)], { env });
    expect(code).toBe(3);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
    expect(stderr).not.toMatch(/^mountsea-suno: all is well/mu);
  } finally {
    await rude.close();
  }
});

it('writes the key nowhere: not to the screen, not to the disk', async () => {
  const rude = await startEchoServer(500);
  try {
    const elsewhere = { ...env, MOUNTSEA_BASE_URL: rude.url, MOUNTSEA_USAGE_BASE_URL: rude.url };
    const keyFile = join(top, 'key');
    await writeFile(keyFile, key, { mode: 0o600 });
    const runs = await Promise.all([
      runCli([...train(), '--json'], { env }),
      runCli(['credits', '--api-key-file', keyFile], { env: { ...env, MOUNTSEA_API_KEY: '' } }),
      runCli(['usage', '--json'], { env }),
      runCli(['doctor'], { env }),
      runCli(['doctor', '--json'], { env: elsewhere }),
      runCli(['credits'], { env: elsewhere }),
      runCli(['credits', `--apikey=${key}`], { env }),
      runCli(['generate', '--prompt', 'Rain', '--model', 'chirp-v50', '--json'], { env: elsewhere }),
      runCli(['trainings', 'show', key], { env }),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0, 6, 6, 2, 6, 2]);
    await rm(keyFile);
    // What a person types themselves, as an id, may be repeated to them.
    for (const { stdout, stderr } of runs.slice(0, -1)) expect(stdout + stderr).not.toContain('unmistakable');
    for (const name of await readdir(top, { recursive: true, withFileTypes: true })) {
      if (name.isFile()) expect(await readFile(join(name.parentPath, name.name), 'utf8')).not.toContain('unmistakable');
    }
  } finally {
    await rude.close();
  }
}, 60_000);
