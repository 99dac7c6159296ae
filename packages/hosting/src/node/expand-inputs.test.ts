import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expandInputs } from './expand-inputs.ts';

let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'inputs-'));
  await mkdir(join(cwd, 'album', 'deeper.mp3'), { recursive: true });
  await mkdir(join(cwd, 'empty'));
  for (const name of ['10 ten.mp3', '2 two.WAV', '1 one.flac', 'cover.jpg', '.hidden.mp3'])
    await writeFile(join(cwd, 'album', name), '');
  const lists: Record<string, string | Buffer> = {
    'list.m3u8':
      '\uFEFF#EXTM3U\r\n#EXTINF:123,One\r\nalbum/1 one.flac\r\n\r\nalbum\\2 two.WAV\r\nhttps://example.com/x.mp3?a=b\r\n/abs/y.mp3\r\n',
    'latin.m3u': Buffer.from('caf\xe9.mp3\n', 'latin1'),
    'url.m3u': `${pathToFileURL(join(cwd, 'a b.mp3')).href}\n`,
    'songs.yaml': 'name: My voice\nfiles:\n  - album/1 one.flac\n  - path: b.mp3\n  - url: https://example.com/c.mp3\n',
    'songs.json': '\uFEFF{"files": ["b.mp3"]}',
    'bomb.yaml': `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(10)}]\nc: &c [${'*b,'.repeat(10)}]\nfiles: [${'*c,'.repeat(10)}]\n`,
    'utf16.m3u': Buffer.from('\uFEFFa.mp3\r\n', 'utf16le'),
    'large.m3u': `${'x'.repeat(1023)}\n`.repeat(1025),
  };
  for (const [name, text] of Object.entries(lists)) await writeFile(join(cwd, name), text);
});
afterAll(() => rm(cwd, { recursive: true }));

const file = (path: string, from?: string) => ({ type: 'file', path: join(cwd, path), ...(from && { from: join(cwd, from) }) });
const url = (text: string, from?: string) => ({ type: 'url', url: text, ...(from && { from: join(cwd, from) }) });

describe('expandInputs', () => {
  it('takes files and URLs as they are, each once', async () => {
    const { inputs } = await expandInputs(['b.mp3', 'none.mp3', 'HTTPS://example.com/a.mp3', './b.mp3', join(cwd, 'b.mp3')], {
      cwd,
    });
    expect(inputs).toEqual([file('b.mp3'), file('none.mp3'), url('HTTPS://example.com/a.mp3')]);
  });

  it('takes the audio files of a folder in natural order', async () => {
    const names = ['album/1 one.flac', 'album/2 two.WAV', 'album/10 ten.mp3'];
    expect(await expandInputs(['album/'], { cwd })).toEqual({ inputs: names.map((name) => file(name, 'album')) });
  });

  it('reads playlists, in UTF-8 and in Latin-1', async () => {
    const { inputs } = await expandInputs(['list.m3u8', 'latin.m3u', 'url.m3u'], { cwd });
    const from = 'list.m3u8';
    expect(inputs).toEqual([
      file('album/1 one.flac', from),
      file('album/2 two.WAV', from),
      url('https://example.com/x.mp3?a=b', from),
      { type: 'file', path: '/abs/y.mp3', from: join(cwd, from) },
      file('café.mp3', 'latin.m3u'),
      file('a b.mp3', 'url.m3u'),
    ]);
  });

  it('reads manifests, and the name of the first that has one', async () => {
    const from = 'songs.yaml';
    expect(await expandInputs(['songs.json', from], { cwd })).toEqual({
      name: 'My voice',
      inputs: [file('b.mp3', 'songs.json'), file('album/1 one.flac', from), url('https://example.com/c.mp3', from)],
    });
  });

  it.each([
    ['bad.yaml', 'files: [', 'cannot be understood'],
    ['bad.json', '{"files": [', 'cannot be understood'],
    ['list.yaml', '- a.mp3', 'expected name and files'],
    ['none.yaml', 'name: x', 'files has to be a list'],
    ['name.yaml', 'name: 7\nfiles: [a.mp3]', 'name has to be a text'],
    ['file.yaml', 'files: [a.mp3, 7]', 'file 2 has to be'],
    ['both.yaml', 'files: [{ path: a.mp3, url: b }]', 'file 1 has to be'],
    ['typo.yaml', 'nmae: x\nfiles: [a.mp3]', 'unknown key "nmae"'],
    ['bomb.yaml', undefined, 'cannot be understood'],
    ['large.m3u', undefined, 'larger than 1 MiB'],
    ['utf16.m3u', undefined, 'a text in UTF-8 is expected'],
    ['empty', undefined, 'no audio files'],
  ])('says what is wrong with %s', async (name, text, message) => {
    if (text !== undefined) await writeFile(join(cwd, name), text);
    await expect(expandInputs([name], { cwd })).rejects.toMatchObject({
      code: 'input_invalid',
      message: expect.stringContaining(message),
    });
  });

  it('says when a list cannot be read', async () => {
    await expect(expandInputs(['none.m3u'], { cwd })).rejects.toMatchObject({ code: 'source_unreadable' });
  });
});
