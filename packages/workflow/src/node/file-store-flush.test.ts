import { mkdtemp, type open, type rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { fileStore } from './file-store.ts';

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

test('a record is flushed before it takes its place, and so are the folders that lead to it', async () => {
  const root = await mkdtemp(join(tmpdir(), 'file-store-'));
  const store = fileStore({ directory: join(root, 'home') });
  const lock = await store.lock('one');
  // Windows cannot flush a directory.
  const folders = process.platform === 'win32' ? [] : ['flush trainings', 'flush home', `flush ${basename(root)}`];
  expect(steps.splice(0)).toEqual(folders);
  const record = ['flush training.json aside', 'rename training.json', ...(folders.length > 0 ? ['flush one'] : [])];
  await store.save('one', '{}');
  expect(steps.splice(0)).toEqual(record);
  await store.save('one', '{}');
  expect(steps.splice(0)).toEqual(record);
  await lock.release();
  await rm(root, { recursive: true });
});
