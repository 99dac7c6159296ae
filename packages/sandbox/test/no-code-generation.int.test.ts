import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createSandbox, type SandboxContract } from '../src/index.ts';

/** Runs a module on a Node that, like a Worker, refuses to make code from text. */
async function runStrictly(code: string): Promise<unknown> {
  const flags = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', code];
  const { stdout } = await promisify(execFile)(process.execPath, flags, {
    cwd: join(import.meta.dirname, '..'),
    timeout: 25_000,
  });
  return JSON.parse(stdout);
}

test('the sandbox checks calls where no code may be made from text', async () => {
  const seen = await runStrictly(`
    import { createSandbox } from '@mountsea-suno/sandbox';
    const { fetch, baseUrl, apiKey } = createSandbox();
    const call = async (path, body) => {
      const headers = { authorization: 'Bearer ' + apiKey, 'content-type': 'application/json' };
      const response = await fetch(baseUrl + path, { method: 'POST', headers, body: JSON.stringify(body) });
      return [response.status, (await response.json()).message];
    };
    console.log(JSON.stringify([await call('/suno/v2/customModel/prepare'), await call('/suno/v2/generate', { task: 'create' })]));`);
  expect(seen).toEqual([
    [201, null],
    [400, ['model should not be empty']],
  ]);
});

test('another contract cannot be compiled there, and the error says so', async () => {
  const message = await runStrictly(`
    import { compileContract } from '@mountsea-suno/sandbox/contract';
    const paths = { '/suno/v2/x': { post: { operationId: 'x', responses: {}, requestBody: { content: { 'application/json': { schema: {} } } } } } };
    const document = { openapi: '3.0.0', info: { title: 'x', version: '1' }, paths };
    try { compileContract({ suno: document, usage: { ...document, paths: {} } }); } catch (error) { console.log(JSON.stringify(error.message)); }`);
  expect(message).toContain('This platform forbids making code from text');
});

test('documents that were not compiled are refused at once', () => {
  const contract = { suno: {}, usage: {} } as unknown as SandboxContract;
  expect(() => createSandbox({ contract })).toThrow('must come from compileContract');
});
