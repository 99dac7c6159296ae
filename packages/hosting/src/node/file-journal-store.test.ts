import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fileJournalStore } from './file-journal-store.ts';

vi.mock('@mountsea-suno/internal/node', async (importOriginal) => {
  const real = await importOriginal<typeof import('@mountsea-suno/internal/node')>();
  const makeDurably = async (directory: string): Promise<void> => {
    if (directory.endsWith('read-only')) throw Object.assign(new Error('no such file or directory'), { code: 'ENOENT' });
    await real.makeDurably(directory);
  };
  return { ...real, makeDurably };
});

let parent: string;
let directory: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'journal-'));
  directory = join(parent, 'state', 'hosted');
});
afterEach(() => rm(parent, { recursive: true }));

describe('fileJournalStore', () => {
  it('keeps records for its owner only, one file each', async () => {
    const store = fileJournalStore({ directory });
    expect([await store.ids(), await store.read('a-1')]).toEqual([[], undefined]);
    await Promise.all([store.write('a-1', 'one'), store.write('b-2', 'two')]);
    await store.write('a-1', 'three');
    expect([(await store.ids()).toSorted(), await store.read('a-1'), await store.read('b-2')]).toEqual([
      ['a-1', 'b-2'],
      'three',
      'two',
    ]);
    expect((await readdir(directory)).toSorted()).toEqual(['a-1.json', 'b-2.json']);
    expect([(await stat(directory)).mode & 0o777, (await stat(join(directory, 'a-1.json'))).mode & 0o777]).toEqual([
      0o700, 0o600,
    ]);

    await store.remove('a-1');
    await store.remove('a-1');
    expect(await fileJournalStore({ directory }).ids()).toEqual(['b-2']);
  });

  it('passes over other files, and removes with a record what crashes left half written, not what is being written', async () => {
    const store = fileJournalStore({ directory });
    await store.write('a-1', 'one');
    await writeFile(join(directory, 'a-1.json.0123.tmp'), '{');
    await writeFile(join(directory, '.DS_Store'), '');
    expect(await store.ids()).toEqual(['a-1']);
    await writeFile(join(directory, 'b-2.json.0123.tmp'), '{');
    await writeFile(join(directory, 'c-3.json.0123.tmp'), '{');
    await utimes(join(directory, 'c-3.json.0123.tmp'), 0, Date.now() / 1000 - 61);
    await store.remove('a-1');
    expect((await readdir(directory)).toSorted()).toEqual(['.DS_Store', 'b-2.json.0123.tmp']);
  });

  it.each(['../a', 'a/b', '', 'A', 'a.json', 'x'.repeat(81)])('refuses the id %j', async (id) => {
    const store = fileJournalStore({ directory });
    for (const action of [store.read(id), store.write(id, ''), store.remove(id)]) {
      await expect(action).rejects.toMatchObject({ code: 'journal_unusable' });
    }
    expect(await readdir(parent)).toEqual([]);
  });

  // On a read-only disk, mkdir says that something does not exist. That must not read as a journal without records.
  it('says when its directory cannot be created', async () => {
    directory = join(parent, 'read-only');
    await expect(fileJournalStore({ directory }).write('a-1', '')).rejects.toMatchObject({
      code: 'journal_unusable',
      cause: { code: 'ENOENT' },
    });
  });

  it('does not take an empty text for the working directory', () => {
    expect(() => fileJournalStore({ directory: '' })).toThrow(expect.objectContaining({ code: 'journal_unusable' }));
  });

  it('says when it cannot be used', async () => {
    await writeFile(join(parent, 'state'), 'a file where the directory should be');
    const store = fileJournalStore({ directory });
    await expect(store.write('a-1', '')).rejects.toMatchObject({
      code: 'journal_unusable',
      cause: { code: expect.stringMatching(/ENOTDIR|EEXIST/) },
    });
    await expect(store.ids()).rejects.toMatchObject({ code: 'journal_unusable' });
  });
});
