import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type S3Server, startS3Server } from '@mountsea-suno/test-support/s3-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OtherServer, startOtherServer } from './support/other-server.ts';
import { type Finished, runCli } from './support/run-cli.ts';
import { writeLongSong } from './support/songs-on-disk.ts';

const key = 'sk-unmistakable-0123456789';
const urls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
/** What a failed task says: the key, among control sequences of every kind. */
const reason = (given: string): string =>
  `\u001b]0;owned\u0007no, \u009b31m${given}\u202e is not good\r\nmountsea-suno: all is well`;

/** What moves a cursor, changes the direction of a text, or breaks a line. */
const controls = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e]/u;

let top: string;
let s3: S3Server;
let server: OtherServer;

beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'mountsea-text-'));
  s3 = await startS3Server();
});
afterEach(async () => {
  await server.close();
  await s3.close();
  await rm(top, { recursive: true, force: true });
});

const run = async (...args: string[]): Promise<Finished> => {
  const env = { MOUNTSEA_API_KEY: key, MOUNTSEA_BASE_URL: server.url, MOUNTSEA_SUNO_HOME: join(top, 'home'), ...s3.env };
  return await runCli(args, { env, cwd: top });
};
const train = (...args: string[]): Promise<Finished> => run('train', '--poll-interval', '10', '--name', 'v6Pro', ...args);

function expectHarmless({ stdout, stderr }: Pick<Finished, 'stdout' | 'stderr'>): void {
  const written = stdout + stderr;
  expect(written).not.toContain('unmistakable');
  expect(written.replaceAll('\n', '')).not.toMatch(controls);
  expect(written).not.toMatch(/^mountsea-suno: all is well/mu);
}

/** Every text in a JSON value, the names of its fields too. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, entry]) => [name, ...textsOf(entry)]);
}

/** The texts of all records and journals under the home folder, by file. */
async function savedTexts(): Promise<Map<string, string[]>> {
  const saved = new Map<string, string[]>();
  for (const file of await readdir(join(top, 'home'), { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    const text = await readFile(path, 'utf8');
    saved.set(path, [text, ...(text.startsWith('{') ? textsOf(JSON.parse(text)) : [])]);
  }
  return saved;
}

async function expectHarmlessFiles(...names: string[]): Promise<void> {
  const saved = await savedTexts();
  for (const name of names) expect([...saved.keys()].some((path) => path.includes(name))).toBe(true);
  for (const [path, texts] of saved) {
    for (const text of texts) {
      expect(text, path).not.toContain('unmistakable');
      expect(text.replaceAll('\n', ''), path).not.toMatch(controls);
    }
  }
}

describe.each([
  ['plain', false],
  ['spelled with JSON escapes', true],
])('a server that repeats the key, %s, in the reason of a failure', (_how, escapesKey) => {
  it('is not repeated when the create fails: not on stderr, not in JSON, not in the record', async () => {
    server = await startOtherServer({ escapesKey, failing: { operations: ['create'], reason } });
    const people = await train('--yes', ...urls);
    expect(people).toMatchObject({ code: 4, stderr: expect.stringContaining('no, [redacted] is not good') });
    const [{ id = '' } = {}] = JSON.parse((await run('trainings', '--json')).stdout).trainings;
    const program = await train('--json', ...urls);
    expect(JSON.parse(program.stdout)).toMatchObject({ error: { code: 'training_failed' } });
    const others = [
      run('trainings', 'list'),
      run('trainings', 'list', '--json'),
      run('trainings', 'show', id),
      run('trainings', 'show', id, '--json'),
      run('trainings', 'watch', id),
      run('trainings', 'watch', id, '--json'),
    ];
    for (const finished of [people, program, ...(await Promise.all(others))]) expectHarmless(finished);
    await expectHarmlessFiles('training.json');
  });

  it('is not repeated when uploads fail: not on stderr, not in JSON, not in the record, not in the journal', async () => {
    server = await startOtherServer({ escapesKey, failing: { operations: ['upload'], reason } });
    await mkdir(join(top, 'songs'));
    for (let n = 1; n <= 6; n += 1) await writeLongSong(join(top, 'songs', `${n}.wav`), 400_000 + n * 4);
    const people = await train('--yes', '--bucket', 'songs', 'songs');
    expect(people).toMatchObject({ code: 4, stderr: expect.stringContaining('no, [redacted] is not good') });
    const program = await train('--json', '--bucket', 'songs', 'songs');
    expect(JSON.parse(program.stdout)).toMatchObject({ error: { code: 'upload_failed' } });
    for (const finished of [people, program, await run('doctor'), await run('trainings')]) expectHarmless(finished);
    await expectHarmlessFiles('training.json', join('home', 'hosted'), join('home', 'songs'));
  });

  it('is not repeated when a song fails', async () => {
    server = await startOtherServer({ escapesKey, failing: { operations: ['generate'], reason } });
    const song = ['generate', '--model', 'chirp-v50', '--prompt', 'Rain', '--poll-interval', '10'];
    const people = await run(...song);
    expect(people).toMatchObject({ code: 4, stderr: expect.stringContaining('no, [redacted] is not good') });
    const program = await run(...song, '--json');
    expect(JSON.parse(program.stdout)).toMatchObject({ error: { code: 'generation_failed' } });
    for (const finished of [people, program]) expectHarmless(finished);
  });
});

it('finds a key that is printed or saved (negative control)', async () => {
  server = await startOtherServer();
  expect(() => expectHarmless({ stdout: '', stderr: `your key is ${key}` })).toThrow();
  expect(() => expectHarmless({ stdout: '\u009b31m', stderr: '' })).toThrow();
  await mkdir(join(top, 'home'));
  await writeFile(join(top, 'home', 'training.json'), '{"reason":"sk-\\u0075nmistakable"}');
  await expect(expectHarmlessFiles('training.json')).rejects.toThrow();
});
