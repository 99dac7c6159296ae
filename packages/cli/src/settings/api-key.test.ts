import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findApiKey, type KeySources } from './api-key.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mountsea-key-'));
});
afterEach(async () => await rm(folder, { recursive: true }));

const find = async (sources: Partial<KeySources>): Promise<string> => await findApiKey({ env: {}, folder, ...sources }).read();
const file = async (mode: number, text = 'from-file\n'): Promise<string> => {
  const path = join(folder, 'key');
  await writeFile(path, text, { mode });
  return path;
};

it('prefers the flag, then the environment, then the file, then the command', async () => {
  const path = await file(0o600);
  const all = {
    fileFlag: path,
    env: { MOUNTSEA_API_KEY: ' from-env ' },
    fileSetting: 'key',
    commandSetting: 'echo from-command',
  };
  expect(await find(all)).toBe('from-file');
  expect(await find({ ...all, fileFlag: undefined })).toBe('from-env');
  expect(await find({ ...all, fileFlag: undefined, env: {} })).toBe('from-file');
  expect(await find({ commandSetting: 'echo from-command' })).toBe('from-command');
});

it('says how to give a key when there is none', async () => {
  await expect(find({ env: { MOUNTSEA_API_KEY: '' } })).rejects.toThrow(/no API key: set MOUNTSEA_API_KEY/u);
});

it('refuses a key file that others can read, if files have modes', async () => {
  const found = find({ fileFlag: await file(0o644) });
  if (process.platform === 'win32') expect(await found).toBe('from-file');
  else await expect(found).rejects.toThrow(/others can read .* chmod 600/u);
});

it('refuses what is not a key, without repeating it', async () => {
  await expect(find({ fileFlag: join(folder, 'none') })).rejects.toThrow(/cannot read the key file .*ENOENT/u);
  await expect(find({ fileFlag: await file(0o600, ' \n') })).rejects.toThrow(/gave no key/u);
  await expect(find({ fileFlag: await file(0o600, 'my sk-secret') })).rejects.toThrow(/^((?!secret).)*$/u);
  await expect(find({ commandSetting: 'echo sk-secret; echo sk-secret >&2; exit 3' })).rejects.toThrow(
    /^the apiKeyCommand failed \(exit code 3\)$/u,
  );
  await expect(find({ commandSetting: 'kill $$' })).rejects.toThrow(/^the apiKeyCommand failed \(ended by SIGTERM\)$/u);
  await expect(find({ commandSetting: 'head -c 100000 /dev/zero' })).rejects.toThrow(/\(it printed more than 64 kB\)$/u);
  await expect(find({ commandSetting: 'echo sk-secret; echo user: me' })).rejects.toThrow(
    /^the apiKeyCommand gave more than one word where the key should be$/u,
  );
  for (const garbage of ['sk-\u0001secret', 'sk-\u20acsecret', 'sk-\ufffdsecret'])
    await expect(find({ env: { MOUNTSEA_API_KEY: garbage } })).rejects.toThrow(
      /^MOUNTSEA_API_KEY gave characters that no key has$/u,
    );
});

it('is stopped while a command asks for it', async () => {
  const stop = new AbortController();
  const found = findApiKey({ env: {}, folder, commandSetting: 'sleep 30; echo key' }).read(stop.signal);
  stop.abort(new Error('interrupted'));
  await expect(found).rejects.toThrow('interrupted');
});
