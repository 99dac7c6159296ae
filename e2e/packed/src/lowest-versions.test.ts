import { expect, it } from 'vitest';
import { lowestVersions } from './lowest-versions.ts';

const client = { name: 'client', dependencies: { a: '^1.2.3' }, peerDependencies: { b: '>=2.0.0 <4' } };

it('are where each range starts, for dependencies and peers, pinned ones too', () => {
  const cli = { name: 'cli', dependencies: { a: '^1.2.3', client: '^9.0.0', c: '0.17.0', d: '^3.0.0 || ^2.1.0' } };
  expect([...lowestVersions([client, cli])]).toEqual([
    ['a', '1.2.3'],
    ['b', '2.0.0'],
    ['c', '0.17.0'],
    ['d', '2.1.0'],
  ]);
});

it('must be the same for all packages, or one of them would never be tried', () => {
  const cli = { name: 'cli', dependencies: { a: '^1.3.0' } };
  expect(() => lowestVersions([client, cli])).toThrow('a starts at 1.2.3 in client and at 1.3.0 in cli.');
});

it('are demanded of every range', () => {
  expect(() => lowestVersions([{ name: 'cli', dependencies: { a: '>2 <1' } }])).toThrow(
    'cli asks for a >2 <1, which no version satisfies.',
  );
});
