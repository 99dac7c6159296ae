import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningSandbox, startSandbox } from '@mountsea-suno/sandbox/node';
import { type S3Server, startS3Server } from '@mountsea-suno/test-support/s3-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { environmentAt, runCli, startCli } from './support/run-cli.ts';
import { writeLongSong, writeSongs } from './support/songs-on-disk.ts';

let top: string;
let sandbox: RunningSandbox;
let s3: S3Server;
let env: Record<string, string>;

beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'mountsea-files-'));
  s3 = await startS3Server();
  sandbox = await startSandbox({ fetchAudio: true, durations: { upload: 100, create: 1000, generate: 300 } });
  env = { ...environmentAt(sandbox, join(top, 'home')), ...s3.env };
});
afterEach(async () => {
  await sandbox.close();
  await s3.close();
  await rm(top, { recursive: true, force: true });
});

const hosting = ['--bucket', 'songs'];
const quick = ['--poll-interval', '40'];

describe('six songs on a disk', () => {
  it('are removed from the bucket after an ordinary run, and named in the JSON', async () => {
    const paths = await writeSongs(join(top, 'songs'), sandbox.songUrls);
    const { code, stdout, stderr } = await runCli(['train', '--json', '--name', 'Disk', ...hosting, ...quick, ...paths], { env });
    expect({ code, keys: await s3.keys() }).toEqual({ code: 0, keys: [] });
    expect(stderr).toMatch(/song 1\/6 tone 1.wav: hosted/u);
    const { clips } = JSON.parse(stdout) as { clips: { file: string }[] };
    expect(clips.map(({ file }) => file)).toEqual(paths);
    expect(stdout + stderr).not.toMatch(/X-Amz-Signature|Signature=/iu);
  }, 30_000);

  it('may hold one twice, which is a warning', async () => {
    const paths = await writeSongs(join(top, 'songs'), sandbox.songUrls);
    await writeFile(join(top, 'copy.wav'), await readFile(paths[0] ?? ''));
    const args = ['train', '--json', '--name', 'Disk', ...hosting, ...quick, 'copy.wav', ...paths];
    const { code, stderr } = await runCli(args, { env, cwd: top });
    expect(stderr).toMatch(/warning: copy.wav: The file is byte for byte the same as .*tone 1.wav/u);
    expect(code).toBe(0);
  }, 30_000);

  it('come from a manifest that also names the model, and from a playlist', async () => {
    await writeSongs(join(top, 'songs'), sandbox.songUrls);
    const files = [1, 2, 3, 4, 5, 6].map((n) => `songs/tone ${n}.wav`);
    await writeFile(join(top, 'album.yaml'), `name: Album\nfiles:\n${files.map((file) => `  - ${file}\n`).join('')}`);
    const manifest = await runCli(['train', '--json', ...hosting, ...quick, join(top, 'album.yaml')], { env });
    expect(JSON.parse(manifest.stdout)).toMatchObject({ name: 'Album' });
    await writeFile(join(top, 'list.m3u'), ['#EXTM3U', ...files].join('\r\n'));
    const playlist = await runCli(['train', '--json', '--name', 'List', ...hosting, ...quick, join(top, 'list.m3u')], { env });
    expect(playlist.code).toBe(0);
  }, 60_000);
});

describe.skipIf(process.platform !== 'linux')('a long file', () => {
  it('is hosted and trained on in less than 120 MB of memory', async () => {
    const paths = await writeSongs(join(top, 'songs'), sandbox.songUrls);
    const long = join(top, 'long.wav');
    await writeLongSong(long, 500_000_000);
    const run = startCli(['train', '--yes', '--name', 'Long', ...hosting, ...quick, long, ...paths], { env });
    // The first requests to the API are behind it by then, and take their part.
    await run.saw('create: accepted');
    const status = await readFile(`/proc/${run.child.pid}/status`, 'utf8');
    run.child.kill('SIGKILL');
    await run.finished;
    const most = Number(/VmHWM:\s+(\d+) kB/u.exec(status)?.[1]) * 1024;
    expect(most).toBeLessThan(120_000_000);
    // Negative control: the measure does see what a process holds.
    expect(most).toBeGreaterThan(50_000_000);
  }, 120_000);
});

it('--check-urls checks the balance and the given URLs before a file is hosted', async () => {
  const paths = await writeSongs(join(top, 'songs'), sandbox.songUrls);
  const args = ['train', '--yes', '--check-urls', '--name', 'Disk', ...hosting, ...quick];
  sandbox.credits.balance = 99;
  const poor = await runCli([...args, ...paths.slice(1), `${sandbox.url}/docs`], { env });
  expect(poor.code).toBe(2);
  expect(poor.stderr).toMatch(/has 99 credits.*\n.*\/docs\) is not audio/u);
  expect(s3.requests).toEqual([]);
  sandbox.credits.balance = 100;
  const [first = ''] = sandbox.songUrls;
  expect(await runCli([...args, ...paths.slice(1), first], { env })).toMatchObject({ code: 0 });
}, 60_000);

describe('files that cannot be trained on are refused with 2 before anything is sent', () => {
  const refused = async (args: string[], message: RegExp): Promise<void> => {
    const { code, stderr } = await runCli(['train', '--yes', '--name', 'Disk', ...args], { env, cwd: top });
    expect(stderr).toMatch(message);
    expect({ code, calls: sandbox.count(), keys: await s3.keys() }).toEqual({ code: 2, calls: 0, keys: [] });
  };

  it('damage, absence, the same content, too few, no bucket, no keys', async () => {
    const paths = await writeSongs(join(top, 'songs'), sandbox.songUrls);
    const [first = '', ...others] = paths;
    await refused([...paths], /name a bucket .* --bucket/u);
    await refused([...hosting, ...others], /at least 6 songs, not 5/u);
    await refused([...hosting, first, ...paths], /tone 1.wav is given twice/u);
    // Where it was looked for, as a playlist may come from another place.
    await writeFile(join(top, 'list.m3u'), 'C:\\Music\\no-such.wav\n');
    await refused([...hosting, 'list.m3u', ...others], /\/C:\/Music\/no-such.wav: There is no such file/u);
    const far = ['--base-url', 'https://api.example.com'];
    await refused([...hosting, ...far, ...paths], /bucket at http:\/\/127.0.0.1:\d+ cannot be reached from the internet/u);
    await writeFile(join(top, 'page.mp3'), '<!doctype html>'.repeat(100));
    await refused([...hosting, 'page.mp3', ...others], /page.mp3: /u);
    await writeFile(join(top, 'copy.wav'), await readFile(others[0] ?? ''));
    await refused([...hosting, 'copy.wav', ...others], /copy.wav: The file is byte for byte the same.*only 5 of these differ/su);
    await writeFile(join(top, 'bad.yaml'), 'files: 7');
    await refused([...hosting, 'bad.yaml'], /bad.yaml/u);
    env = { ...env, AWS_ACCESS_KEY_ID: '', AWS_EC2_METADATA_DISABLED: 'true' };
    await refused([...hosting, ...paths], /no keys for the bucket/u);
  }, 60_000);
});
