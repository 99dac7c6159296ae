import { mkdir, mkdtemp, type open, readdir, readFile, type rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { makeDurably, writeDurably } from './write-durably.ts';

const steps: string[] = [];

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>();
  return {
    ...real,
    open: async (...args: Parameters<typeof open>) => {
      const file = await real.open(...args);
      const sync = file.sync.bind(file);
      return Object.assign(file, {
        sync: async () => {
          steps.push(`flush ${basename(String(args[0])).replace(/\.[^.]*\.tmp$/, ' aside')}`);
          await sync();
        },
      });
    },
    rename: async (...args: Parameters<typeof rename>) => {
      steps.push(`rename ${basename(String(args[1]))}`);
      await real.rename(...args);
    },
  };
});

test('a file is flushed before it takes its place, and so are the folders that lead to it', async () => {
  const root = await mkdtemp(join(tmpdir(), 'write-durably-'));
  const folder = join(root, 'home', 'one');
  await makeDurably(folder);
  // Windows cannot flush a directory.
  const canFlushFolders = process.platform !== 'win32';
  expect(steps.splice(0)).toEqual(canFlushFolders ? ['flush home', `flush ${basename(root)}`] : []);
  const written = ['flush record.json aside', 'rename record.json', ...(canFlushFolders ? ['flush one'] : [])];
  await writeDurably(join(folder, 'record.json'), '{}');
  expect(steps.splice(0)).toEqual(written);
  await makeDurably(folder);
  await writeDurably(join(folder, 'record.json'), '{}');
  expect(steps.splice(0)).toEqual(written);
  await rm(root, { recursive: true });
});

test('two copies of the package, or threads, write aside under names of their own', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'write-durably-'));
  const copies: (typeof writeDurably)[] = [];
  for (let count = 0; count < 2; count++) {
    vi.resetModules();
    copies.push((await import('./write-durably.ts')).writeDurably);
  }
  expect(copies[0]).not.toBe(copies[1]);
  for (let turn = 0; turn < 30; turn++) await Promise.all(copies.map((write) => write(join(directory, 'file'), '{}')));
  await rm(directory, { recursive: true });
});

test('replaces a file, for its owner only, whoever else writes it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'write-durably-'));
  const path = join(directory, 'file');
  const texts = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(10_000));
  await Promise.all(texts.map((text) => writeDurably(path, text)));
  expect(texts).toContain(await readFile(path, 'utf8'));
  expect(await readdir(directory)).toEqual(['file']);
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  await rm(directory, { recursive: true });
});

test('leaves nothing aside where it cannot write', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'write-durably-'));
  await mkdir(join(directory, 'folder', 'full'), { recursive: true });
  await expect(writeDurably(join(directory, 'folder'), '')).rejects.toMatchObject({ syscall: 'rename' });
  await expect(writeDurably(join(directory, 'none', 'file'), '')).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await readdir(directory)).toEqual(['folder']);
  await rm(directory, { recursive: true });
});
