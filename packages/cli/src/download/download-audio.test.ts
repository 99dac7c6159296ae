import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DownloadOptions, downloadAudio, fileStem } from './download-audio.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mountsea-download-'));
});
afterEach(async () => await rm(folder, { recursive: true }));

const wav = `RIFF....WAVE${'x'.repeat(1000)}`;
const options = (answer: () => Response): DownloadOptions => ({
  url: 'https://audio.example/1',
  folder,
  stem: 'light',
  signal: new AbortController().signal,
  fetch: async () => answer(),
});

it('writes a new file, and never over another', async () => {
  await writeFile(join(folder, 'light.wav'), 'mine');
  const seen: number[] = [];
  const first = await downloadAudio({ ...options(() => new Response(wav)), onProgress: (bytes) => seen.push(bytes) });
  expect(first).toEqual({ path: join(folder, 'light-2.wav'), bytes: wav.length });
  expect((await downloadAudio(options(() => new Response(wav)))).path).toBe(join(folder, 'light-3.wav'));
  expect(await readFile(join(folder, 'light.wav'), 'utf8')).toBe('mine');
  expect(await readFile(first.path, 'utf8')).toBe(wav);
  expect(seen.at(-1)).toBe(wav.length);
});

it.each<[string, () => Response, RegExp]>([
  ['an error page', () => new Response('no', { status: 404 }), /HTTP 404/u],
  ['HTML', () => new Response('<!doctype html>'), /does not give audio/u],
  ['nothing', () => new Response(''), /does not give audio/u],
  ['half of it', () => new Response(wav, { headers: { 'content-length': '5000' } }), /cut off/u],
])('leaves nothing behind on %s', async (_what, answer, message) => {
  await expect(downloadAudio(options(answer))).rejects.toThrow(message);
  expect(await readdir(folder)).toEqual([]);
});

it('stops when the server stopped sending, and on an abort', async () => {
  const silent: DownloadOptions = {
    ...options(() => new Response('')),
    stallMs: 20,
    fetch: async (_url, init) => {
      const signal = init?.signal;
      if (signal?.aborted === true) throw signal.reason;
      return await new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    },
  };
  await expect(downloadAudio(silent)).rejects.toThrow('stopped sending');
  const reason = new Error('enough');
  const stop = new AbortController();
  const waiting = downloadAudio({ ...silent, stallMs: 60_000, signal: stop.signal });
  stop.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  await expect(downloadAudio({ ...silent, signal: stop.signal })).rejects.toBe(reason);
  expect(await readdir(folder)).toEqual([]);
});

it('follows http(s) URLs only', async () => {
  await expect(downloadAudio({ ...options(() => new Response(wav)), url: 'file:///etc/passwd' })).rejects.toThrow('http(s)');
});

it.each([
  ['First light', 'First light'],
  ['夜のドライブ', '夜のドライブ'],
  ['../../etc/passwd', 'etc passwd'],
  ['a/b\\c:d*e?', 'a b c d e'],
  ['...', 'song'],
  ['CON', 'song'],
  ['\u202egpj\u0000.exe', 'gpj exe'],
  ['x'.repeat(200), 'x'.repeat(60)],
])('the file name for %j is %j', (text, stem) => {
  expect(fileStem(text)).toBe(stem);
});
