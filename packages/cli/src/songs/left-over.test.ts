import type { HostingRecord } from '@mountsea-suno/hosting';
import { expect, test } from 'vitest';
import { asFound } from './left-over.ts';

test('a file that a training has taken since it was found is left to it', () => {
  const record = (id: string, owner: string): HostingRecord => ({
    version: 1,
    ref: { kind: 's3', id },
    place: 's3://songs',
    state: 'hosted',
    createdAt: 0,
    owner,
  });
  const selects = asFound([record('a', 'run-1'), record('b', 'run-1')]);
  expect([record('a', 'run-1'), record('b', 'training-1'), record('c', 'run-1'), record('c', '')].map(selects)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
