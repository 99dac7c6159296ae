import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { resolve } = createRequire(import.meta.url);

test('client and workflow together stay within their size for browsers', { timeout: 60_000 }, () => {
  const cli = join(dirname(resolve('size-limit/package.json')), 'bin.js');
  const report = JSON.parse(execFileSync(process.execPath, [cli, '--json'], { cwd: root, encoding: 'utf8' })) as {
    passed: boolean;
    size: number;
  }[];
  expect(report).toMatchObject([{ passed: true }]);
  expect(report[0]?.size).toBeGreaterThan(10_000);
});

// Node loads its fetch when one of these is first read, which takes longer than all else together.
test('loading them reads nothing that is slow to load', () => {
  const load = (specifiers: string[]): unknown => {
    const program = `
      const read = [];
      for (const name of ['fetch', 'Request', 'Response', 'Headers', 'FormData', 'WebSocket']) {
        const { value, get = () => value } = Object.getOwnPropertyDescriptor(globalThis, name) ?? {};
        Object.defineProperty(globalThis, name, { configurable: true, get: () => (read.push(name), get.call(globalThis)) });
      }
      for (const specifier of ${JSON.stringify(specifiers)}) await import(specifier);
      console.log(JSON.stringify(read));`;
    const options = { cwd: root, encoding: 'utf8' } as const;
    return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program], options));
  };
  expect(load(['@mountsea-suno/client', '@mountsea-suno/workflow'])).toEqual([]);
  expect(load(['data:text/javascript,globalThis.Request'])).toEqual(['Request']);
});
