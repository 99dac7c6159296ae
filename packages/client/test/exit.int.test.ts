import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { type Handler, hang, respond, startServer } from './support/server.ts';

const entry = new URL('../dist/index.js', import.meta.url).href;
const folder = fileURLToPath(new URL('.', import.meta.url));

/** A program that makes one call, aborts it after 100 ms where it lasts so long, and says how long after its end the process ends. */
const program = (baseUrl: string): string => `
import { createClient } from '${entry}';
const client = createClient({ apiKey: 'k', baseUrl: '${baseUrl}' });
const controller = new AbortController();
const timer = setTimeout(() => controller.abort(), 100);
await client.tasks.get('t', { signal: controller.signal }).catch(() => {});
clearTimeout(timer);
const endedAt = performance.now();
process.on('exit', () => console.log(performance.now() - endedAt));
`;

async function exitAfterMs(handler: Handler): Promise<number> {
  await using server = await startServer(handler);
  const args = ['--input-type=module', '-e', program(server.url)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
  return Number(stdout);
}

test.each([
  ['a response', respond(200, { taskId: 't', status: 'ready' })],
  ['an abort while the server hangs', hang],
  ['an abort in the wait before another attempt', respond(503, '', { 'retry-after': '30' })],
])('after %s nothing keeps the process alive', { timeout: 60_000 }, async (_name, handler) => {
  // The best of a few, as a busy machine may make any one of them late.
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5 && best > 50; round++) best = Math.min(best, await exitAfterMs(handler));
  expect(best).toBeLessThan(50);
});
