import { expect, test } from 'vitest';
import { markdownOf } from './markdown.ts';
import { missedMarks } from './marks.ts';
import type { Report, Row } from './report.ts';
import { textOf } from './text.ts';

const speed = [0.91, 0.9, 0.86, 0.88].map((callsRatio) => ({ callsRatio, cpuRatio: 1.3 }));
const slower = [0.7, 0.7, 0.7, 0.7].map((callsRatio) => ({ callsRatio, cpuRatio: 1.6 }));
const charges = [{ scenario: '502', accepted: 1, reported: 'unknown' }];
const ours: Row = {
  name: '@mountsea-suno/client',
  bundleBytes: 8_400,
  coldImportMs: 6,
  installedBytes: 4e5,
  dependencies: 3,
  instantiations: 400,
  speed,
  besideOpenapiFetch: [0.99, 1.02, 0.95, 0.96].map((callsRatio) => ({ callsRatio, cpuRatio: 1.1 })),
  charges,
};
const workflow: Row = {
  name: '@mountsea-suno/workflow',
  bundleBytes: 17_900,
  coldImportMs: 12,
  installedBytes: 9e5,
  dependencies: 4,
};
const others: Row[] = [
  { name: 'plain fetch', speed },
  { name: 'openai', speed: slower },
  { name: 'ky', speed: slower },
];
const report: Report = {
  date: '2026-01-02T03:04:05Z',
  machine: 'Test, 2 cores',
  node: '24.0.0',
  rows: [ours, workflow, ...others],
};

test('says what was measured, where and when', () => {
  expect(markdownOf(report)).toContain('2026-01-02, Test, 2 cores, Node 24.0.0.');
  expect(markdownOf(report)).toContain('| @mountsea-suno/client | 0.91 | 0.90 | 0.86 | 0.88 |');
  expect(markdownOf(report)).toContain('| calls per second, as a ratio to openapi-fetch | 0.99 | 1.02 | 0.95 | 0.96 |');
  expect(markdownOf(report)).toContain('| mark, @mountsea-suno/workflow | ≤ 18 | ≤ 15 | ≤ 1.5 | – | – |');
  expect(textOf(report)).toMatch(/@mountsea-suno\/client +8\.4 +6 +0\.4 +3 +400\n/);
  expect(textOf(report)).toContain('Every mark is met.');
});

test('names every mark that is missed', () => {
  const [getInTurn, ...rest] = speed;
  const slow: Row = {
    ...ours,
    bundleBytes: 8_501,
    speed: [{ callsRatio: 0.7, cpuRatio: 1.41 }, ...rest],
    besideOpenapiFetch: [{ callsRatio: 0.949, cpuRatio: 1.1 }, ...(ours.besideOpenapiFetch ?? []).slice(1)],
    charges: [{ scenario: '502', accepted: 2, reported: 'done' }],
  };
  const heavy: Row = { ...workflow, bundleBytes: 18_001 };
  const quick: Row = { name: '@fal-ai/client', speed: [getInTurn ?? { callsRatio: 1, cpuRatio: 1 }] };
  const missed = missedMarks({ ...report, rows: [slow, heavy, ...others, quick] });
  expect(missed).toEqual([
    '@mountsea-suno/client: bundle, bytes: 8501, the mark is ≤ 8500',
    '@mountsea-suno/workflow: bundle, bytes: 18001, the mark is ≤ 18000',
    'calls per second beside openapi-fetch, GET in turn: 0.949, the mark is ≥ 0.95',
    'CPU per call, GET in turn: 1.41, the mark is ≤ 1.4',
    'calls per second, GET in turn: 0.7, the mark is to be ahead of openai with 0.7',
    'calls per second, GET in turn: 0.7, the mark is to be ahead of ky with 0.7',
    'calls per second, GET in turn: 0.7, the mark is to be ahead of @fal-ai/client with 0.91',
    'charges, 502: 2, the mark is 1',
  ]);
  expect(markdownOf({ ...report, rows: [slow] })).toContain('- @mountsea-suno/client: bundle, bytes');
});
