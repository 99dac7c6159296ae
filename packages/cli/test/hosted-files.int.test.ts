import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type RunningSandbox, startSandbox } from '@mountsea-suno/sandbox/node';
import { type S3Server, startS3Server } from '@mountsea-suno/test-support/s3-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Finished, type Running, runCli, startCli } from './support/run-cli.ts';
import { writeLongSong, writeSongs } from './support/songs-on-disk.ts';

let top: string;
let home: string;
let sandbox: RunningSandbox;
let s3: S3Server;
let env: Record<string, string>;

beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'mountsea-hosted-'));
  home = join(top, 'home');
  s3 = await startS3Server();
  sandbox = await startSandbox({ fetchAudio: true, durations: { upload: 400, create: 800, generate: 300 } });
  env = { MOUNTSEA_API_KEY: sandbox.apiKey, MOUNTSEA_BASE_URL: sandbox.url, MOUNTSEA_SUNO_HOME: home, ...s3.env };
  await writeSongs(join(top, 'songs'), sandbox.songUrls);
});
afterEach(async () => {
  await sandbox.close();
  await s3.close();
  await rm(top, { recursive: true, force: true });
});

const quick = ['--poll-interval', '40'];
const run = async (...args: string[]): Promise<Finished> => await runCli(args, { env, cwd: top });
const train = (...args: string[]): Running =>
  startCli(['train', '--yes', '--name', 'Disk', '--bucket', 'songs', ...quick, ...args, 'songs'], { env, cwd: top });
const doctor = async (...args: string[]): Promise<string> =>
  /hosted files +(.*)/u.exec((await run('doctor', ...args)).stdout)?.[1] ?? '';
const uploaded = (): number => s3.requests.filter((request) => request.startsWith('PUT ')).length;

async function kill({ child, finished }: Running): Promise<void> {
  child.kill('SIGKILL');
  await finished;
}

async function killOnce(running: Running, text: string): Promise<void> {
  await running.saw(text);
  await kill(running);
}

describe('kill -9', () => {
  it('while it hosts: the next run says so, doctor removes them', async () => {
    await killOnce(train(), '6/6 tone 6.wav: hosting');
    const next = await run('train', '--name', 'Disk', '--bucket', 'songs', 'songs');
    expect(next.stderr).toMatch(/files of an earlier run \(\d\) are still at s3:\/\/songs/u);
    expect(await doctor()).toMatch(/^\d orphaned/u);
    expect(await doctor('--clean')).toMatch(/^\d removed/u);
    expect(await s3.keys()).toEqual([]);
  });

  it('during an upload in parts: doctor aborts it', async () => {
    await writeLongSong(join(top, 'songs', 'tone 0.wav'), 400_000_000);
    const running = train();
    while ((await s3.uploads()).length === 0) await nextTurn();
    await kill(running);
    expect(await s3.uploads()).toHaveLength(1);
    expect(await doctor('--clean')).toMatch(/^\d removed/u);
    expect([await s3.keys(), await s3.uploads(), await readdir(join(home, 'hosted'))]).toEqual([[], [], []]);
    expect(await readdir(join(home, 'trainings'))).toEqual([]);
  });

  it('just when the training was saved: its files are its own by then', async () => {
    const running = train();
    const saved = async (): Promise<string[]> => await readdir(join(home, 'trainings'), { recursive: true }).catch(() => []);
    while (!(await saved()).some((name) => name.endsWith('training.json'))) await nextTurn();
    await kill(running);
    expect(await doctor('--clean')).toBe('none orphaned');
    expect(running.seen.stdout).toMatch(/^the files go to s3:\S+ at \S+ for a while$/mu);
    expect((await run('resume', ...quick)).code).toBe(0);
    expect([await s3.keys(), uploaded()]).toEqual([[], 6]);
  });

  it('while the server reads the files: doctor leaves them, resume needs no second upload and removes them', async () => {
    await killOnce(train(), 'uploading');
    expect(await doctor('--clean')).toBe('none orphaned');
    expect(await s3.keys()).toHaveLength(6);
    expect((await run('resume', ...quick)).code).toBe(0);
    expect([await s3.keys(), uploaded(), sandbox.credits.charged]).toEqual([[], 6, 100]);
  });

  it('and no keys of the bucket afterwards: resume trains, says why the files stay, and doctor removes them later', async () => {
    await killOnce(train(), 'uploading');
    const { code, stderr } = await runCli(['resume', ...quick], { env: { ...env, AWS_ACCESS_KEY_ID: '' } });
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /warning: not all hosted files could be removed \(There are no keys for the bucket.*doctor --clean tries again/u,
    );
    expect(await doctor('--clean')).toBe('6 removed');
  });

  it('while the model is trained: doctor may remove them at once', async () => {
    await killOnce(train(), 'create: accepted');
    expect(await doctor('--clean')).toBe('6 removed');
    expect(await s3.keys()).toEqual([]);
    expect((await run('resume', ...quick)).code).toBe(0);
  });
});

it('doctor leaves the files of a run that goes on, also of one on another machine', async () => {
  const running = train();
  await running.saw('2/6 tone 2.wav: hosting');
  expect(await doctor('--clean')).toBe('none orphaned');
  expect((await running.finished).code).toBe(0);

  await killOnce(train(), '6/6 tone 6.wav: hosting');
  const [run = ''] = (await readdir(join(home, 'trainings'))).filter((name) => name.startsWith('hosting-'));
  const [lock = ''] = await readdir(join(home, 'trainings', run));
  await rename(join(home, 'trainings', run, lock), join(home, 'trainings', run, lock.replace(/@.*/u, '@elsewhere')));
  expect(await doctor('--clean')).toBe('none orphaned');
});

describe('--keep', () => {
  const isKept = async (): Promise<void> => {
    expect(await doctor('--clean')).toBe('none orphaned');
    expect(await s3.keys()).toHaveLength(6);
  };

  it('leaves the files in the bucket', async () => {
    const { code, stdout } = await train('--keep').finished;
    expect(code).toBe(0);
    expect(stdout).toMatch(/^the files go to s3:\/\/songs\/mountsea-suno\/ at http:\/\/127.0.0.1:\d+$/mu);
    await isKept();
  });

  it('is remembered by resume and doctor', async () => {
    await killOnce(train('--keep'), 'uploading');
    await isKept();
    expect((await run('resume', ...quick)).code).toBe(0);
    await isKept();
  });

  it('can be asked for by resume, and holds from then on', async () => {
    await killOnce(train(), 'uploading');
    await killOnce(startCli(['resume', '--keep', ...quick], { env }), 'create: accepted');
    await isKept();
    expect((await run('resume', ...quick)).code).toBe(0);
    await isKept();
  });

  it('does not hold when no training was started', async () => {
    const running = train('--keep');
    await running.saw('1/6 tone 1.wav: hosting');
    await sandbox.close();
    expect((await running.finished).code).toBe(6);
    expect([await s3.keys(), uploaded()]).toEqual([[], 6]);
  });
});

it('removes files whose URL has expired, and resume says so', async () => {
  await killOnce(train(), 'uploading');
  for (const name of await readdir(join(home, 'hosted'))) {
    const path = join(home, 'hosted', name);
    await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), expiresAt: Date.now() - 1 }));
  }
  await killOnce(startCli(['resume', ...quick], { env }), 'warning: the URLs of the hosted files have expired');
  expect(await doctor('--clean')).toBe('6 removed');
  expect(await s3.keys()).toEqual([]);
});

it('resume begins nothing where it cannot be known which files are hosted', async () => {
  await killOnce(train(), 'uploading');
  await rename(join(home, 'hosted'), join(top, 'away'));
  await writeFile(join(home, 'hosted'), 'no folder');
  const { code, stderr } = await run('resume', ...quick);
  expect(stderr).toMatch(/journal of hosted files .* cannot be read/u);
  expect([code, sandbox.count('customModel.create')]).toEqual([2, 0]);
});

it('warns when the keys of the bucket expire before the deadline', async () => {
  env.AWS_SESSION_TOKEN = 'token';
  env.AWS_CREDENTIAL_EXPIRATION = new Date(Date.now() + 600_000).toISOString();
  const { stdout } = await train().finished;
  expect(stdout).toMatch(/warning: the URLs of the files expire at .* UTC, before the deadline/u);
});
