import { expect, test } from 'vitest';
import { markdownOf } from './markdown.ts';
import type { Report } from './report.ts';
import { misses } from './tables.ts';
import { textOf } from './text.ts';

const speed = [0.95, 0.91, 0.97, 0.92].map((callsRatio) => ({ callsRatio, cpuRatio: 1.1 }));
const charges = [{ scenario: '502', accepted: 1, told: 'unknown' }];
const ours = {
  name: '@mountsea-suno/client',
  bundleBytes: 5_900,
  coldImportMs: 6,
  installedBytes: 4e5,
  dependencies: 3,
  instantiations: 400,
  speed,
  charges,
};
const report: Report = {
  date: '2026-01-02T03:04:05Z',
  machine: 'Test, 2 cores',
  node: '24.0.0',
  rows: [ours, { name: 'plain fetch', speed }],
};

test('says what was measured, where and when', () => {
  expect(markdownOf(report)).toContain('2026-01-02, Test, 2 cores, Node 24.0.0.');
  expect(markdownOf(report)).toContain('| @mountsea-suno/client | 0.95 | 0.91 | 0.97 | 0.92 |');
  expect(textOf(report)).toMatch(/@mountsea-suno\/client +5\.9 +6 +0\.4 +3 +400\n/);
  expect(textOf(report)).toContain('Every mark is met.');
});

test('names every mark that is missed', () => {
  const slow = {
    ...ours,
    bundleBytes: 6_001,
    speed: [{ callsRatio: 0.8, cpuRatio: 1.3 }],
    charges: [{ scenario: '502', accepted: 2, told: 'done' }],
  };
  const missed = ['bundle, bytes: 6001.00, the mark is ≤ 6,000', 'charges, 502: 2.00, the mark is 1'];
  expect(misses({ ...report, rows: [slow] })).toEqual(expect.arrayContaining(missed));
  expect(misses({ ...report, rows: [slow] })).toHaveLength(4);
  expect(markdownOf({ ...report, rows: [slow] })).toContain('- bundle, bytes');
});
