import type { HostingRecord } from '@mountsea-suno/hosting';
import { expect, test } from 'vitest';
import { stillOrphaned } from './hosted-files.ts';

test('a file that a training has claimed since it was found is left alone', () => {
  const record = (id: string, owner: string): HostingRecord => ({
    version: 1,
    ref: { kind: 's3', id },
    place: 's3://songs',
    state: 'hosted',
    createdAt: 0,
    owner,
  });
  const selects = stillOrphaned([record('a', 'run-1'), record('b', 'run-1')]);
  expect([record('a', 'run-1'), record('b', 'training-1'), record('c', 'run-1'), record('c', '')].map(selects)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
