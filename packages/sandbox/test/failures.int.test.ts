import { afterEach, describe, expect, test } from 'vitest';
import { createSandbox, type FaultRule, type Sandbox } from '../src/index.ts';
import { type RunningSandbox, startSandbox } from '../src/node.ts';

/** A call without a response after this time counts as hanging. */
const hangingMs = 3_000;

let running: RunningSandbox | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

type Call = (sandbox: Sandbox, path: string, init?: RequestInit) => Promise<Response>;

const ways: Readonly<Record<string, () => Promise<{ sandbox: Sandbox; call: Call }>>> = {
  'in process': async () => ({
    sandbox: createSandbox(),
    call: (sandbox, path, init) => sandbox.fetch(sandbox.baseUrl + path, init),
  }),
  'over HTTP': async () => {
    running = await startSandbox();
    return {
      sandbox: running,
      call: (sandbox, path, init) => fetch(sandbox.baseUrl + path, { ...init, signal: AbortSignal.timeout(hangingMs) }),
    };
  },
};

const post = (body: string): RequestInit => ({
  method: 'POST',
  headers: { authorization: 'Bearer sandbox-key', 'content-type': 'application/json' },
  body,
});
const deepBody = `{"task":"create","model":"chirp-v50","extra":${'['.repeat(9_000)}${']'.repeat(9_000)}}`;
const song = JSON.stringify({ task: 'create', model: 'chirp-v50' });

const circular: Record<string, unknown> = {};
circular.self = circular;

describe.each(Object.entries(ways))('%s', (_, open) => {
  test('a body nested 9,000 levels deep is refused, and kept out of the record', async () => {
    const { sandbox, call } = await open();
    const response = await call(sandbox, '/suno/v2/generate', post(deepBody));
    expect([response.status, ((await response.json()) as { message: string }).message]).toEqual([
      400,
      'Request body is nested more than 200 levels deep',
    ]);
    expect(sandbox.calls).toMatchObject([{ operation: 'generate', status: 400, body: undefined, acted: false }]);
    expect((await call(sandbox, '/suno/v2/generate', post(song))).status).toBe(201);
  });

  test.each<[string, FaultRule]>([
    ['headers', { kind: 'status', headers: { 'bad name': 'x' } }],
    ['headers', { kind: 'status', headers: { 'x-request-id': 'two\nlines' } }],
    ['headers', { kind: 'truncate', headers: { 'x-bell': '\u0007' } }],
    ['status', { kind: 'status', status: 199 }],
    ['status', { kind: 'html', status: 1_000 }],
    ['match', { kind: 'reset', match: 'generate' as unknown as () => boolean }],
  ])('a rule whose %s HTTP cannot carry is refused when it is added: %j', async (field, rule) => {
    const { sandbox, call } = await open();
    expect(() => sandbox.faults.add(rule)).toThrow(new RegExp(`^${field} of a fault rule`));
    expect(sandbox.faults.list).toEqual([]);
    expect((await call(sandbox, '/suno/v2/generate', post(song))).status).toBe(201);
  });

  test.each<[string, FaultRule]>([
    [
      'no luck with sandbox-key',
      {
        kind: 'reset',
        match: () => {
          throw new Error('no luck with sandbox-key');
        },
      },
    ],
    ['circular', { kind: 'status', body: circular }],
    ['circular', { kind: 'status', when: 'after', body: circular }],
    ['BigInt', { kind: 'delay', delayMs: 1 }],
  ])('an error while serving (%s) becomes a 500 that names it, without the key', async (message, rule) => {
    const { sandbox, call } = await open();
    sandbox.faults.add(rule);
    if (rule.kind === 'delay') sandbox.faults.add({ kind: 'status', body: 1n });
    const response = await call(sandbox, '/suno/v2/generate', post(song));
    const { message: text } = (await response.json()) as { message: string };
    expect(response.status).toBe(500);
    expect(text).toContain('The sandbox failed: ');
    expect(text).toContain(message.replace('sandbox-key', '[key]'));
    expect(sandbox.calls).toMatchObject([{ operation: 'generate', status: 500, acted: rule.when === 'after' }]);
  });
});

test('the dashboard stays alive whatever bodies arrive', async () => {
  running = await startSandbox();
  await fetch(`${running.url}/suno/v2/generate`, post(deepBody));
  const state = await fetch(`${running.url}/dashboard/state`, { signal: AbortSignal.timeout(hangingMs) });
  expect(((await state.json()) as { calls: unknown[] }).calls).toHaveLength(1);
  expect(await firstEvent(running)).toMatch(/^data: \{"now":/);
});

test('a state that cannot be shown is a 500, and an event that says why', async () => {
  running = await startSandbox();
  const remove = running.faults.add({ kind: 'status', body: circular });
  const state = await fetch(`${running.url}/dashboard/state`, { signal: AbortSignal.timeout(hangingMs) });
  expect([state.status, await state.text()]).toEqual([500, expect.stringContaining('The sandbox failed: Converting circular')]);
  expect(await firstEvent(running)).toMatch(/^event: problem\ndata: "Converting circular structure/);
  remove();
  expect(await firstEvent(running)).toMatch(/^data: \{"now":/);
});

test('the dashboard refuses a rule that HTTP cannot carry, and one nested too deeply', async () => {
  running = await startSandbox();
  const { url } = running;
  const headers = { 'content-type': 'application/json', origin: url };
  const add = async (body: string): Promise<unknown> =>
    (await fetch(`${url}/dashboard/faults`, { method: 'POST', headers, body, signal: AbortSignal.timeout(hangingMs) })).json();
  expect(await add('{"kind":"status","headers":{"bad name":"x"}}')).toEqual({
    statusCode: 400,
    message: 'headers of a fault rule must be an object of headers that HTTP allows, not {"bad name":"x"}',
  });
  expect(await add(`{"kind":"status","body":${'['.repeat(9_000)}${']'.repeat(9_000)}}`)).toMatchObject({ statusCode: 400 });
  expect(running.faults.list).toEqual([]);
});

/** The first event of the dashboard's stream. */
async function firstEvent({ url }: RunningSandbox): Promise<string> {
  const stop = new AbortController();
  const response = await fetch(`${url}/dashboard/events`, {
    signal: AbortSignal.any([stop.signal, AbortSignal.timeout(hangingMs)]),
  });
  const part = await response.body?.getReader().read();
  stop.abort();
  return new TextDecoder().decode(part?.value);
}
