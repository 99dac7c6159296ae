import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@mountsea-suno/sandbox/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OtherServer, startOtherServer } from './support/other-server.ts';
import { runCli } from './support/run-cli.ts';

const urls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
const modelId = /^chirp-custom:[0-9a-f-]{36}$/u;

let home: string;
let server: OtherServer;
const env = (): Record<string, string> => ({ MOUNTSEA_API_KEY: 'k', MOUNTSEA_BASE_URL: server.url, MOUNTSEA_SUNO_HOME: home });

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'mountsea-home-'));
});
afterEach(async () => {
  await server?.close();
  await rm(home, { recursive: true, force: true });
});

describe('train against a server that is not the sandbox', () => {
  it.each(['data', 'result'] as const)(
    'prints one JSON object, without a terminal and without --yes (results in %s)',
    async (resultKey) => {
      server = await startOtherServer({ resultKey });
      const { code, stdout, stderr } = await runCli(['train', '--json', '--poll-interval', '10', '--name', 'v6Pro', ...urls], {
        env: env(),
      });
      expect(stderr).toContain('training');
      expect(code).toBe(0);
      const printed = JSON.parse(stdout) as Record<string, unknown>;
      expect(Object.keys(printed)).toEqual(['modelId', 'name', 'sessionId', 'credits', 'clips']);
      expect(printed).toMatchObject({ modelId: expect.stringMatching(modelId), name: 'v6Pro', credits: 100 });
      expect(printed.clips).toHaveLength(6);
      expect(server.requests.filter((line) => line.endsWith('/create'))).toHaveLength(1);
      expect([...server.authorizations]).toEqual(['Bearer k']);
    },
  );

  it('works with tasks that are done at the first poll, and with the planned schedule', async () => {
    server = await startOtherServer({ polls: 0 });
    const { code, stdout } = await runCli(['train', '--yes', '--name', 'v6Pro', ...urls], { env: env() });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Model {4}chirp-custom:[0-9a-f-]{36}$/mu);
    expect(stdout).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ {2}song 1\/6 1.mp3: clip ready/mu);
    expect(stdout).not.toContain('\u001b');
  }, 60_000);

  it('exits with 3 when the key is refused, and creates nothing', async () => {
    server = await startOtherServer({ key: 'another' });
    const { code, stdout, stderr } = await runCli(['train', '--json', '--name', 'v6Pro', ...urls], { env: env() });
    expect(code).toBe(3);
    expect(stderr).toContain('authentication_failed');
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'authentication_failed', exitCode: 3, status: 401, charged: 'no' },
    });
    expect(server.requests.every((line) => line.endsWith('/prepare'))).toBe(true);
  });

  it('exits with 6 when nothing listens', async () => {
    server = await startOtherServer();
    await server.close();
    const { code, stdout, stderr } = await runCli(['train', '--json', '--name', 'v6Pro', ...urls], { env: env() });
    expect(code).toBe(6);
    expect(stderr).toMatch(/^mountsea-suno: 127\.0\.0\.1:\d+ cannot be reached: nothing listens there\n/u);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'connection_failed', exitCode: 6, charged: 'no' } });
    expect(await readdir(home)).toEqual([]);
  }, 60_000);
});

it('--check-urls checks every URL before anything is sent', async () => {
  const sandbox = await startSandbox({ durations: { upload: 50, create: 100 } });
  try {
    const set = { MOUNTSEA_API_KEY: sandbox.apiKey, MOUNTSEA_BASE_URL: sandbox.url, MOUNTSEA_SUNO_HOME: home };
    const check = ['train', '--json', '--check-urls', '--name', 'v6Pro', '--poll-interval', '20'];
    const good = await runCli([...check, ...sandbox.songUrls], { env: set });
    expect(good.stderr).toMatch(/warning: .*credits/u);
    expect(good.code).toBe(0);
    const sent = sandbox.count('customModel.prepare');
    const bad = await runCli([...check, `${sandbox.url}/no-song.wav`, `${sandbox.url}/docs`, ...sandbox.songUrls.slice(2)], {
      env: set,
    });
    expect(bad.code).toBe(2);
    expect(JSON.parse(bad.stdout)).toMatchObject({ error: { code: 'invalid_input' } });
    expect(bad.stderr).toMatch(/no-song.wav/u);
    expect(sandbox.count('customModel.prepare')).toBe(sent);
  } finally {
    await sandbox.close();
  }
});

describe('bad input is refused with 2 before anything is sent', () => {
  const good = ['--name', 'v6Pro', '--yes'];
  it.each<[string, string[], RegExp]>([
    ['five URLs', [...good, ...urls.slice(1)], /six|6/u],
    ['a URL twice', [...good, ...urls.slice(1), urls[1] ?? ''], /twice|same|differ/iu],
    ['another protocol', [...good, ...urls.slice(1), 'ftp://songs.example.com/1.mp3'], /http/u],
    ['an empty name', ['--name', '', '--yes', ...urls], /name/iu],
    ['a name of spaces', ['--name', '  ', '--yes', ...urls], /name/iu],
    ['no name', ['--yes', ...urls], /--name/u],
    ['no URL', good, /song/u],
    ['an unknown flag', [...good, '--frobnicate', ...urls], /--frobnicate/u],
    ['a poll interval that is not a number', [...good, '--poll-interval', 'often', ...urls], /whole number/u],
    ['a base URL of another kind', [...good, '--base-url', 'file:///etc', ...urls], /http or https/u],
  ])('%s', async (_what, args, message) => {
    server = await startOtherServer();
    const plain = await runCli(['train', ...args], { env: env() });
    expect(plain.stderr).toMatch(message);
    expect(plain).toMatchObject({ code: 2, stdout: '' });
    const json = await runCli(['train', '--json', ...args], { env: env() });
    expect(json.code).toBe(2);
    expect(JSON.parse(json.stdout)).toMatchObject({ error: { exitCode: 2 } });
    expect(server.requests).toEqual([]);
    expect(await readdir(home)).toEqual([]);
  });

  it('no key', async () => {
    server = await startOtherServer();
    const { code, stderr } = await runCli(['train', ...good, ...urls], { env: { ...env(), MOUNTSEA_API_KEY: '' } });
    expect({ code, requests: server.requests }).toEqual({ code: 2, requests: [] });
    expect(stderr).toContain('MOUNTSEA_API_KEY');
  });

  it('text for a pipe without --yes: nobody could be asked', async () => {
    server = await startOtherServer();
    const { code, stderr } = await runCli(['train', '--name', 'v6Pro', ...urls], { env: env() });
    expect({ code, requests: server.requests }).toEqual({ code: 2, requests: [] });
    expect(stderr).toContain('costs 100 credits and there is no terminal to ask on: add --yes');
  });

  it('a key on the command line, which is not repeated', async () => {
    server = await startOtherServer();
    for (const args of [['--api-key=sk-very-secret'], ['--api-key', 'sk-very-secret']]) {
      const { code, stdout, stderr } = await runCli(['train', '--json', ...good, ...args, ...urls], { env: env() });
      expect({ code, requests: server.requests }).toEqual({ code: 2, requests: [] });
      expect(stdout + stderr).not.toContain('very-secret');
      expect(stderr).toContain('MOUNTSEA_API_KEY');
    }
  });
});
