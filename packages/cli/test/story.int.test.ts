import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type S3Server, startS3Server } from '@mountsea-suno/test-support/s3-server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { environmentAt, type Running, runCli, startCli } from './support/run-cli.ts';
import { writeSongs } from './support/songs-on-disk.ts';

let top: string;
let s3: S3Server;
let sandbox: Running;

beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'mountsea-story-'));
  s3 = await startS3Server();
  sandbox = startCli(['sandbox', '--json', '--speed', '60']);
});
afterEach(async () => {
  sandbox.child.kill('SIGTERM');
  await sandbox.finished;
  await s3.close();
  await rm(top, { recursive: true, force: true });
});

it('six tones on a disk become a model, and the model a song on the disk, one command each, with kill -9 in the middle', async () => {
  await sandbox.saw('"songUrls"');
  const { url, apiKey, songUrls } = JSON.parse(sandbox.seen.stdout) as { url: string; apiKey: string; songUrls: string[] };
  const names = (await writeSongs(join(top, 'songs'), songUrls)).map((path) => path.slice(top.length + 1));
  const env = { ...environmentAt({ url, apiKey }, join(top, 'home')), ...s3.env };
  const setup = { env, cwd: top };
  const json = async (...args: string[]): Promise<Record<string, unknown>> => {
    const { code, stdout, stderr } = await runCli([...args, '--json'], setup);
    expect({ code, signed: /X-Amz-Signature|Signature=/iu.test(stdout + stderr) }).toEqual({ code: 0, signed: false });
    return JSON.parse(stdout) as Record<string, unknown>;
  };

  const killed = startCli(['train', '--yes', '--name', 'Disk', '--bucket', 'songs', 'songs'], setup);
  await killed.saw('create: accepted');
  killed.child.kill('SIGKILL');
  expect((await killed.finished).code).toBe(null);
  expect(await s3.keys()).toHaveLength(6);

  const { modelId, clips, credits } = await json('resume');
  expect(clips).toEqual(names.map((name) => ({ file: join(top, name), clipId: expect.any(String) })));
  expect(credits).toBe(100);
  expect([await s3.keys(), await s3.uploads()]).toEqual([[], []]);
  expect(s3.requests.filter((request) => request.startsWith('PUT '))).toHaveLength(6);
  expect(await json('models', 'list')).toMatchObject({ models: [{ modelId, name: 'Disk' }] });

  await json('generate', '--model', 'Disk', '--title', 'First light', '--prompt', 'Rain', '--output', 'out');
  const files = await readdir(join(top, 'out'));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    expect(file).toMatch(/^First light(-\d)?\.(wav|mp3)$/u);
    expect((await readFile(join(top, 'out', file))).length).toBeGreaterThan(1000);
  }

  const { charges } = (await json('usage')) as { charges: { apiPath: string; finalAmount: number }[] };
  const creates = charges.filter(({ apiPath }) => apiPath.endsWith('/customModel/create'));
  expect(creates.map(({ finalAmount }) => finalAmount)).toEqual([100]);
}, 120_000);
