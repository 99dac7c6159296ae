import { startSandbox } from '@mountsea-suno/sandbox/node';
import { expect, it } from 'vitest';
import { runCli, startCli } from './support/run-cli.ts';

it('trains and generates without a key, a terminal or a question', async () => {
  const { code, stdout, stderr } = await runCli(['demo', '--speed', '200', '--poll-interval', '2000']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^This is a sandbox at http:\/\/127\.0\.0\.1:\d+\.\nNothing leaves this machine, nothing is charged/u);
  expect(stdout).toMatch(/^Model {4}chirp-custom:[0-9a-f-]{36}$/mu);
  expect(stdout.match(/^Clip {5}\S+/gmu)?.length).toBeGreaterThan(0);
}, 30_000);

it('says only the model and its clips with --quiet', async () => {
  const { code, stdout, stderr } = await runCli(['demo', '-q', '--speed', '200', '--poll-interval', '2000']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Model {4}chirp-custom:[0-9a-f-]{36}\n(\w+ +\S+\n){4}\n(Clip {5}\S+ {2}First light\n)+$/u);
}, 30_000);

it('prints one JSON object', async () => {
  const { code, stdout } = await runCli(['demo', '--json', '--speed', '200', '--poll-interval', '2000', '--name', 'mine']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    modelId: expect.stringMatching(/^chirp-custom:/u),
    name: 'mine',
    song: { clips: expect.any(Array) },
  });
}, 30_000);

it('trains on the URLs given, and says which of them are not songs', async () => {
  const songs = await startSandbox();
  try {
    const [first = '', ...others] = songs.songUrls;
    const good = await runCli(['demo', '--speed', '200', '--poll-interval', '2000', first, ...others]);
    expect(good).toMatchObject({ code: 0, stderr: '' });
    const bad = await runCli(['demo', '--speed', '200', '--poll-interval', '2000', `${songs.url}/no-such-song.wav`, ...others]);
    expect(bad.code).toBe(4);
    expect(bad.stderr).toContain('no-such-song.wav');
    expect(bad.stderr).toContain('upload_failed');
    expect(bad.stderr).not.toContain('resume');
  } finally {
    await songs.close();
  }
}, 60_000);

it('refuses too few URLs with 2', async () => {
  expect(await runCli(['demo', 'https://songs.example.com/1.mp3'])).toMatchObject({ code: 2 });
});

it('refuses an unknown switch, and says which there are', async () => {
  const { code, stderr } = await runCli(['sandbox', '--switch', 'x=y']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/There is no switch "x"; there are .*ledger, /u);
});

it('serves a sandbox until it is interrupted', async () => {
  const running = startCli([
    'sandbox',
    '--json',
    '--speed',
    '100',
    '--switch',
    'unknownTask=bad-request',
    '--switch',
    'errorBody=error',
  ]);
  await running.saw('"songUrls"');
  const { url, apiKey, songUrls } = JSON.parse(running.seen.stdout) as { url: string; apiKey: string; songUrls: string[] };
  const answer = await fetch(`${url}/suno/v2/customModel/prepare`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}` },
  });
  expect(answer.status).toBe(201);
  const unknown = await fetch(`${url}/suno/v2/status?taskId=nope`, { headers: { authorization: `Bearer ${apiKey}` } });
  expect({ status: unknown.status, body: await unknown.json() }).toEqual({ status: 400, body: { error: expect.any(String) } });
  expect(new Set(songUrls).size).toBe(6);
  running.child.kill('SIGINT');
  expect((await running.finished).code).toBe(0);
});
