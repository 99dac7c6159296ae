import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bun, deno, otherRuntimesAreHere, workerd } from '../src/runtimes.ts';

const folder = mkdtempSync(join(tmpdir(), 'mountsea-runtimes-'));
const program = { imports: "import { runJob } from 'fixtures/runtime-job.mjs';", prints: 'runJob()' };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.runIf(otherRuntimesAreHere)('client and workflow', () => {
  test.each([bun, deno, workerd])('run on $name', async (runtime) => {
    expect(JSON.parse(await runtime.run(folder, program))).toEqual({
      id: 'chirp-custom:9b2e7a52-5a0c-4f0e-9a52-6f2b0f3d4c11',
      clips: 6,
      creates: 1,
    });
  });
});
