import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { storeConformance } from '../testing.ts';
import { fileStore } from './file-store.ts';

const directories: string[] = [];

async function newDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'file-store-'));
  directories.push(directory);
  return directory;
}

afterEach(async () => {
  for (const directory of directories.splice(0)) await rm(directory, { recursive: true });
});

describe('file store', () => {
  for (const check of storeConformance)
    test(check.name, () => check.run(async () => fileStore({ directory: await newDirectory() })));

  test('leaves no other file, and only the user can read the record', async () => {
    const directory = await newDirectory();
    const store = fileStore({ directory });
    const lock = await store.lock('one');
    await store.save('one', '{}');
    await lock.release();
    expect(await readdir(join(directory, 'trainings', 'one'))).toEqual(['training.json']);
    if (process.platform !== 'win32')
      expect((await stat(join(directory, 'trainings', 'one', 'training.json'))).mode & 0o777).toBe(0o600);
  });

  test('an unlocked training that was never saved leaves no folder', async () => {
    const directory = await newDirectory();
    await (await fileStore({ directory }).lock('one')).release();
    expect(await readdir(join(directory, 'trainings'))).toEqual([]);
  });

  test.each(['../one', 'a/b', '.hidden', '', 'a\0b', 'x'.repeat(200)])('the id %j leads nowhere', async (id) => {
    const store = fileStore({ directory: await newDirectory() });
    expect(await store.load(id)).toBeUndefined();
    await expect(store.lock(id)).rejects.toMatchObject({ code: 'training_not_found' });
    expect(() => store.save(id, '')).toThrow();
  });

  test('the lock of a process that has died is free, even if its pid now belongs to another process', async () => {
    const directory = await newDirectory();
    const store = fileStore({ directory });
    const folder = join(directory, 'trainings', 'one');
    await store.save('one', '{}');
    await writeFile(join(folder, `lock.${2 ** 22 + 1}-77-0@${hostname()}`), '');
    await writeFile(join(folder, `lock.${process.ppid}-1-0@${hostname()}`), '');
    await writeFile(join(folder, 'training.json.77-0.tmp'), '{"ver');
    const lock = await store.lock('one');
    const locks = (await readdir(folder)).filter((name) => name.startsWith('lock'));
    if (process.platform === 'linux') expect(locks).toHaveLength(1);
    await lock.release();
    if (process.platform === 'linux') expect(await readdir(folder)).toEqual(['training.json']);
  });

  test('whether a holder on another host lives is not known, so it is named in the error', async () => {
    const directory = await newDirectory();
    const store = fileStore({ directory });
    await store.save('one', '{}');
    await writeFile(join(directory, 'trainings', 'one', 'lock.7-1-0@elsewhere'), '');
    await expect(store.lock('one')).rejects.toMatchObject({
      code: 'training_locked',
      holder: expect.stringContaining('process 7 on elsewhere') as string,
    });
  });

  test('another copy of this package in the same process learns that this process holds the lock', async () => {
    const directory = await newDirectory();
    const freshCopy = (): Promise<typeof import('./file-store.ts')> => {
      vi.resetModules();
      return import('./file-store.ts');
    };
    const [first, copy] = [await freshCopy(), await freshCopy()];
    const lock = await first.fileStore({ directory }).lock('one');
    const refused = copy.fileStore({ directory }).lock('one');
    await expect(refused).rejects.toMatchObject({ code: 'training_locked', holder: expect.stringMatching(/this process/) });
    await lock.release();
    await (await copy.fileStore({ directory }).lock('one')).release();
  });

  test('two stores on one directory are one store', async () => {
    const directory = await newDirectory();
    const lock = await fileStore({ directory }).lock('one');
    await expect(fileStore({ directory }).lock('one')).rejects.toMatchObject({ code: 'training_locked' });
    await lock.release();
    await fileStore({ directory }).save('one', 'text');
    expect(await readFile(join(directory, 'trainings', 'one', 'training.json'), 'utf8')).toBe('text');
  });
});
