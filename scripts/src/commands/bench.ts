// Measures the pipeline on a copy of this checkout, each run in a process of its own.
//   usage: npm run bench:spec
//   out:   milliseconds of a spec:update that finds nothing new (mark: 2 s), and of one that does everything (mark: 10 s)
//   exit:  0 both marks are met, 1 one is missed
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { asTranscribed } from '../../test/support/as-transcribed.ts';
import { run } from '../command-line.ts';
import { layoutOf, REPOSITORY } from '../layout.ts';

const HISTORY = join(REPOSITORY, 'scripts/fixtures/history');
const RUNS = 5;
const MARKS_MS = { noop: 2000, full: 10_000 };

/** The wall-clock milliseconds of one `spec:update` on that copy. */
function updateMs(root: string, step: string): number {
  const startedAt = performance.now();
  const args = [
    join(REPOSITORY, 'scripts/src/commands/update.ts'),
    '--root',
    root,
    '--accept-removals',
    '--from',
    join(HISTORY, step),
  ];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`spec:update ended with ${status}: ${stderr}`);
  return performance.now() - startedAt;
}

/** Prints the median of some measurements beside its mark, and returns whether the mark is met. */
function report(what: string, measured: readonly number[], markMs: number): boolean {
  const median = measured.toSorted((a, b) => a - b)[Math.floor(measured.length / 2)] ?? Number.POSITIVE_INFINITY;
  console.log(`${what}: ${Math.round(median)} ms (median of ${measured.length}; mark ${markMs} ms)`);
  return median <= markMs;
}

await run(() => {
  const root = mkdtempSync(join(tmpdir(), 'mountsea-suno-bench-'));
  try {
    const folders = ['openapi', 'packages/types/src', 'packages/sandbox/src/generated', 'packages/client/src'];
    for (const part of [
      ...folders,
      '.changeset/config.json',
      'packages/types/tsconfig.json',
      'packages/types/package.json',
      'tsconfig.base.json',
    ])
      cpSync(join(REPOSITORY, part), join(root, part), { recursive: true });
    symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'), 'junction');
    asTranscribed(layoutOf(root));
    const full = Array.from({ length: RUNS }, (_, index) =>
      updateMs(root, index % 2 === 0 ? '03-new-operation' : '01-six-values'),
    );
    updateMs(root, '03-new-operation');
    const noop = Array.from({ length: RUNS }, () => updateMs(root, '03-new-operation'));
    return [report('no-op spec:update', noop, MARKS_MS.noop), report('full spec:update', full, MARKS_MS.full)].every(Boolean)
      ? 0
      : 1;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
