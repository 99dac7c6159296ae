import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodes } from '../src/consumer.ts';
import { root, run } from '../src/pack.ts';
import { bun, deno, nodeAt, otherRuntimesAreHere, type Program, type Runtime, workerd } from '../src/runtimes.ts';

const folder = mkdtempSync(join(tmpdir(), 'mountsea-sandbox-runtimes-'));
const program: Program = { imports: "import { trainInSandbox } from 'fixtures/sandbox-job.mjs';", prints: 'trainInSandbox()' };
const runtimes: Runtime[] = [...nodes().map(nodeAt), ...(otherRuntimesAreHere ? [bun, deno, workerd] : [])];

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the sandbox, the client and the workflow in one process', () => {
  test.each(runtimes)('run on $name', async (runtime) => {
    expect(JSON.parse(await runtime.run(folder, program))).toEqual({
      id: expect.stringMatching(/^chirp-custom:[0-9a-f-]{36}$/),
      clips: 6,
      charged: 100,
      balance: 9_900,
      left: { credits: 9_900 },
      refused: expect.stringContaining('audioUrl must be a URL address'),
    });
  });
});

describe.each([
  ['as rolldown does', {}],
  ['as those do that know no import.meta', { 'import.meta.url': 'undefined' }],
])('bundled as CommonJS, %s', (_, define) => {
  const file = join(folder, 'server.cjs');

  beforeAll(async () => {
    const build = await rolldown({
      input: 'entry.mjs',
      platform: 'node',
      transform: { define },
      plugins: [
        {
          name: 'entry',
          resolveId: (id) => (id === 'entry.mjs' ? id : id.startsWith('fixtures/') ? join(root, 'e2e/packed', id) : null),
          load: (id) =>
            id === 'entry.mjs'
              ? "import { serveSandbox } from 'fixtures/sandbox-server.mjs'; serveSandbox().then(console.log);"
              : null,
        },
      ],
    });
    await build.write({ file, format: 'cjs' });
  });

  test('the server works, with its pages where the package is installed', async () => {
    const { stdout } = await run(process.execPath, [file], { cwd: root });
    expect(JSON.parse(stdout)).toMatchObject({ prepared: 201, page: 200, text: expect.stringMatching(/^<!doctype html>/) });
  });

  test('and without them elsewhere, where the page says why', async () => {
    const { stdout } = await run(process.execPath, [file], { cwd: folder });
    expect(JSON.parse(stdout)).toMatchObject({
      prepared: 201,
      page: 500,
      text: expect.stringContaining('install @mountsea-suno/sandbox beside it'),
    });
  });
});

/** Without these the tests above would not show that a Worker could have refused. */
describe.runIf(otherRuntimesAreHere)('what makes code from text', () => {
  const making: Program = {
    imports: '',
    prints:
      "(() => { try { return JSON.stringify({ made: new Function('return 1')() }); } catch (error) { return JSON.stringify({ refused: error.name }); } })()",
  };

  test('is refused in a worker', async () => {
    expect(JSON.parse(await workerd.run(folder, making))).toEqual({ refused: 'EvalError' });
  });

  test('works elsewhere', async () => {
    expect(JSON.parse(await bun.run(folder, making))).toEqual({ made: 1 });
  });
});
