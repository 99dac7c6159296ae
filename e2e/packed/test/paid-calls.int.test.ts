import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { nodes } from '../src/consumer.ts';
import { root } from '../src/pack.ts';
import { bun, deno, nodeAt, otherRuntimesAreHere, type Runtime, workerd } from '../src/runtimes.ts';

const folder = mkdtempSync(join(tmpdir(), 'mountsea-paid-calls-'));
let server: ChildProcess | undefined;

afterEach(() => void server?.kill());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A server in a process of its own, which accepts a request and then responds as the path says. */
async function startServer(): Promise<string> {
  const started = spawn(process.execPath, [join(root, 'e2e/packed/fixtures/accepting-server.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server = started;
  const [port] = (await once(started.stdout, 'data')) as [Buffer];
  return `http://127.0.0.1:${String(port).trim()}`;
}

/** How often the platform's own fetch sends a POST with a string: what paid calls would do without a body that can be sent but once. */
const platforms: [runtime: Runtime, after421: number, afterReset: number][] = [
  ...nodes().map((path): [Runtime, number, number] => [nodeAt(path), 2, 1]),
  ...(otherRuntimesAreHere
    ? ([
        [bun, 1, 1],
        [deno, 1, 2],
        [workerd, 1, 1],
      ] as [Runtime, number, number][])
    : []),
];

describe.each(platforms)('paid calls on $name', (runtime, after421, afterReset) => {
  test('leave once, whatever the server responds after it has accepted', async () => {
    const origin = await startServer();
    const program = { imports: "import { paidCalls } from 'fixtures/paid-calls.mjs';", prints: `paidCalls('${origin}')` };
    const { outcomes, counts } = JSON.parse(await runtime.run(folder, program));
    expect(outcomes).toEqual({
      201: 'done',
      429: 'rate_limited unknown',
      421: 'validation_failed no',
      500: 'server_error unknown',
      redirect: 'unexpected_response unknown',
      '421 without a body': 'validation_failed no',
      reset: 'connection_failed unknown',
      bomb: 'unexpected_response no',
      key: 'the key is [redacted]',
    });
    const create = '/suno/v2/customModel/create';
    const session = '/421/suno/v2/audio/upload/session';
    const paths = ['201', '429', '421', '500', 'redirect', 'reset'].map((scenario) => `/${scenario}${create}`);
    expect(counts).toEqual({
      ...Object.fromEntries(paths.map((path) => [path, 1])),
      // An empty body has no length on Deno.
      [runtime === deno ? `${session} chunked` : session]: 1,
      '/421/plain': after421,
      '/reset/plain': afterReset,
    });
  });
});
