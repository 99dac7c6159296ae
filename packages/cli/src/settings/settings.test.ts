import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ConnectionFlags, loadSettings, type Settings } from './settings.ts';

let folder: string;
const all = { baseUrl: 'https://config.example', usageBaseUrl: 'https://u.example', apiKeyCommand: 'echo key', home: 'state' };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mountsea-settings-'));
  await writeFile(join(folder, 'mountsea-suno.config.json'), JSON.stringify({ ...all, bucket: 'songs' }));
});
afterEach(async () => await rm(folder, { recursive: true }));

const load = async (flags: ConnectionFlags = {}, env: Record<string, string> = {}): Promise<Settings> =>
  await loadSettings(flags, env, folder);

it('takes flags over the environment over the configuration, and knows from where', async () => {
  const variables = { MOUNTSEA_BASE_URL: 'https://env.example', MOUNTSEA_USAGE_BASE_URL: '', MOUNTSEA_API_KEY: 'key' };
  expect(await load({ baseUrl: 'https://flag.example' }, variables)).toMatchObject({
    baseUrl: 'https://flag.example',
    usageBaseUrl: 'https://u.example',
    home: join(folder, 'state'),
    origins: { baseUrl: '--base-url', usageBaseUrl: 'usageBaseUrl', home: 'home', apiKey: 'MOUNTSEA_API_KEY' },
  });
  expect(await load({}, variables)).toMatchObject({ baseUrl: 'https://env.example', origins: { baseUrl: 'MOUNTSEA_BASE_URL' } });
});

it('knows what the file of a project has chosen, and trusts one that was named', async () => {
  expect((await load()).fromProject).toEqual(['baseUrl', 'usageBaseUrl', 'home', 'apiKeyCommand']);
  const own = { baseUrl: 'https://flag.example', usageBaseUrl: 'https://flag.example' };
  expect((await load(own, { MOUNTSEA_SUNO_HOME: folder, MOUNTSEA_API_KEY: 'key' })).fromProject).toEqual([]);
  expect((await load({ config: join(folder, 'mountsea-suno.config.json') })).fromProject).toEqual([]);
});

it('refuses an address that is not a URL', async () => {
  await expect(load({ baseUrl: 'ftp://flag.example' })).rejects.toThrow('the base URL must be an http or https URL');
});
