import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findConfig, parseConfig } from './config-file.ts';

let top: string;
beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'mountsea-config-'));
});
afterEach(async () => await rm(top, { recursive: true }));

describe('findConfig', () => {
  it('takes the nearest file, going up', async () => {
    const deep = join(top, 'a', 'b');
    await mkdir(deep, { recursive: true });
    await writeFile(join(top, 'mountsea-suno.config.json'), '{"bucket":"top"}');
    expect((await findConfig(deep, {})).config).toEqual({ bucket: 'top' });
    await writeFile(join(top, 'a', 'package.json'), '{"name":"x","mountsea-suno":{"bucket":"package"}}');
    expect((await findConfig(deep, {})).config).toEqual({ bucket: 'package' });
    await writeFile(join(deep, 'mountsea-suno.config.json'), '\ufeff{"bucket":"own"}');
    expect(await findConfig(deep, {})).toEqual({
      config: { bucket: 'own' },
      path: join(deep, 'mountsea-suno.config.json'),
      isProject: true,
    });
  });

  it('ignores a package.json that is broken or has no entry for it', async () => {
    await writeFile(join(top, 'package.json'), '{"name":');
    const personal = join(top, 'xdg', 'mountsea-suno');
    await mkdir(personal, { recursive: true });
    await writeFile(join(personal, 'config.json'), '{"home":"/music"}');
    expect((await findConfig(top, { XDG_CONFIG_HOME: join(top, 'xdg') })).config).toEqual({ home: '/music' });
    expect(await findConfig(top, { XDG_CONFIG_HOME: join(top, 'nothing') })).toEqual({
      config: {},
      path: undefined,
      isProject: false,
    });
  });

  it('insists on the file that was named', async () => {
    await expect(findConfig(top, {}, join(top, 'none.json'))).rejects.toThrow(/cannot read/u);
  });
});

describe('parseConfig', () => {
  it.each([
    ['{"bucket": ', /is not JSON: it ends too early/u],
    ['{"bucket": nope}', /is not JSON: (line|position|check its quotes)/u],
    ['[]', /must hold a JSON object/u],
    ['{"buckett": "x"}', /unknown entry "buckett"; known are baseUrl/u],
    ['{"bucket": 7}', /"bucket" in .* must be a text/u],
    ['{"apiKey": "sk-secret"}', /must not hold the key itself/u],
  ])('refuses %s', (text, message) => {
    expect(() => parseConfig(text, 'a.json')).toThrow(message);
  });

  it('quotes nothing of a broken file', () => {
    expect(() => parseConfig('sk-secret-000', 'a.json')).toThrow(/^((?!secret).)*$/u);
  });
});
