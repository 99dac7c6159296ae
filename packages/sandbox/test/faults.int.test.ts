import { request } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { createSandbox, createVirtualClock, type FaultRule, type Sandbox } from '../src/index.ts';
import { type RunningSandbox, startSandbox } from '../src/node.ts';

/** What a caller of `fetch` sees of one call. */
interface Seen {
  /** Of the response; undefined where there was none. */
  status?: number;
  headers?: Headers;
  text?: string;
  /** `fetch` rejected, or reading the body did: the error's name, message and the code of its cause. */
  failed?: readonly [where: 'fetch' | 'body', name: string, message: string, code: string | undefined];
}

const toFailure = (where: 'fetch' | 'body', error: unknown): NonNullable<Seen['failed']> => {
  const { name, message, cause } = error as Error;
  return [where, name, message, (cause as { code?: string } | undefined)?.code];
};

async function observe(sandbox: Sandbox, call: typeof fetch, signal?: AbortSignal): Promise<Seen> {
  const headers = { authorization: `Bearer ${sandbox.apiKey}` };
  let response: Response;
  try {
    const url = `${sandbox.baseUrl}/suno/v2/customModel/prepare`;
    response = await call(url, { method: 'POST', headers, ...(signal === undefined ? {} : { signal }) });
  } catch (error) {
    return { failed: toFailure('fetch', error) };
  }
  const { status, headers: got } = response;
  try {
    return { status, headers: got, text: await response.text() };
  } catch (error) {
    return { status, headers: got, failed: toFailure('body', error) };
  }
}

let running: RunningSandbox | undefined;
afterEach(async () => running?.close());

const ways = {
  'in process': async () => {
    const sandbox = createSandbox();
    return { sandbox, call: sandbox.fetch };
  },
  'over HTTP': async () => {
    running = await startSandbox();
    return { sandbox: running as Sandbox, call: fetch };
  },
};

const cases: readonly (readonly [rule: FaultRule, seen: Omit<Seen, 'headers' | 'text'> & { text?: unknown }])[] = [
  [{ kind: 'status' }, { status: 500, text: expect.stringContaining('Internal Server Error') }],
  [
    { kind: 'status', status: 503, body: { error: 'busy' } },
    { status: 503, text: '{"error":"busy"}' },
  ],
  [
    { kind: 'status', status: 418, body: 'tea' },
    { status: 418, text: 'tea' },
  ],
  [{ kind: 'html' }, { status: 502, text: expect.stringMatching(/^<!DOCTYPE html>.*502 Bad Gateway/s) }],
  [
    { kind: 'html', status: 200 },
    { status: 200, text: expect.stringMatching(/^<!DOCTYPE html>/) },
  ],
  [{ kind: 'empty' }, { status: 200, text: '' }],
  [{ kind: 'garbage' }, { status: 200, text: '{"taskId": <<< not JSON' }],
  [
    { kind: 'garbage', body: '[1,' },
    { status: 200, text: '[1,' },
  ],
  [{ kind: 'reset' }, { failed: ['fetch', 'TypeError', 'fetch failed', 'ECONNRESET'] }],
  [{ kind: 'truncate' }, { status: 200, failed: ['body', 'TypeError', 'terminated', 'UND_ERR_SOCKET'] }],
];

describe.each(Object.entries(ways))('%s', (_, open) => {
  describe.each(cases)('%j', (rule, seen) => {
    test.each(['before', 'after'] as const)('%s the server acts', async (when) => {
      const { sandbox, call } = await open();
      sandbox.faults.add({ ...rule, when });
      const { headers, ...rest } = await observe(sandbox, call);
      const keepsStatus = when === 'after' && ['empty', 'garbage', 'truncate'].includes(rule.kind);
      expect(rest).toEqual(keepsStatus ? { ...seen, status: 201 } : seen);
      if (headers !== undefined) expect(headers.get('date')).not.toBeNull();
      expect(sandbox.snapshot().sessions).toHaveLength(when === 'after' ? 1 : 0);
      const { status, fault, acted } = sandbox.calls[0] ?? {};
      expect({ status, fault, acted }).toEqual({ status: rest.status, fault: rule.kind, acted: when === 'after' });
      expect((await observe(sandbox, call)).status).toBe(201); // the rule is used up
    });
  });

  test.each(['before', 'after'] as const)('a hang %s the server acts ends only when the caller gives up', async (when) => {
    const { sandbox, call } = await open();
    sandbox.faults.add({ kind: 'hang', when });
    const giveUp = new AbortController();
    const seen = observe(sandbox, call, giveUp.signal);
    while (sandbox.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
    giveUp.abort(new Error('enough'));
    expect(await seen).toEqual({ failed: ['fetch', 'Error', 'enough', undefined] });
    expect(sandbox.snapshot().sessions).toHaveLength(when === 'after' ? 1 : 0);
  });

  test('an aborted signal sends nothing', async () => {
    const { sandbox, call } = await open();
    expect(await observe(sandbox, call, AbortSignal.abort(new Error('never')))).toEqual({
      failed: ['fetch', 'Error', 'never', undefined],
    });
    expect(sandbox.count()).toBe(0);
  });

  test('headers of a rule reach the caller', async () => {
    const { sandbox, call } = await open();
    sandbox.faults.add({ kind: 'status', status: 429, headers: { 'retry-after': '7', 'x-request-id': 'r-1' } });
    const { headers } = await observe(sandbox, call);
    expect([headers?.get('retry-after'), headers?.get('x-request-id')]).toEqual(['7', 'r-1']);
  });

  test('a duplicated request acts twice', async () => {
    const { sandbox, call } = await open();
    sandbox.faults.add({ kind: 'duplicate' });
    expect((await observe(sandbox, call)).status).toBe(201);
    expect(sandbox.snapshot().sessions).toHaveLength(2);
    expect(sandbox.count()).toBe(1);
  });
});

/** Sends one POST as the bytes that it is: unlike `fetch`, `node:http` never sends anything again by itself. */
function postOnce(url: string, body: string): Promise<number | undefined> {
  const headers = { authorization: 'Bearer sandbox-key', 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    sent.on('error', reject).end(body);
  });
}

describe.each([429, 421])('a create that is accepted and then answered with %i', (status) => {
  const clipIds = ['a', 'b', 'c', 'd', 'e', 'f'];
  const rule: FaultRule = { operation: 'customModel.create', when: 'after', kind: 'status', status };

  async function ready(sandbox: Sandbox): Promise<{ url: string; body: string }> {
    sandbox.switches.foreignClip = 'accepted';
    sandbox.faults.add(rule);
    const { text = '' } = await observe(sandbox, sandbox.fetch);
    const { sessionId } = JSON.parse(text) as { sessionId: string };
    return { url: `${sandbox.baseUrl}/suno/v2/customModel/create`, body: JSON.stringify({ sessionId, clipIds, name: 'x' }) };
  }

  const charged = ({ credits, calls }: Sandbox): unknown => [credits.charges.map(({ amount }) => amount), calls.at(-1)?.acted];

  test('is charged once in process', async () => {
    const sandbox = createSandbox();
    const { url, body } = await ready(sandbox);
    const headers = { authorization: 'Bearer sandbox-key', 'content-type': 'application/json' };
    expect((await sandbox.fetch(url, { method: 'POST', headers, body })).status).toBe(status);
    expect(sandbox.count('customModel.create')).toBe(1);
    expect(charged(sandbox)).toEqual([[100], true]);
  });

  test('is charged once over HTTP', async () => {
    running = await startSandbox();
    const { url, body } = await ready(running);
    expect(await postOnce(url, body)).toBe(status);
    expect(running.count('customModel.create')).toBe(1);
    expect(charged(running)).toEqual([[100], true]);
  });
});

test('the fetch of Node sends a POST again after a 421, and is charged again: the sandbox shows it', async () => {
  running = await startSandbox();
  running.faults.add({ when: 'after', kind: 'status', status: 421 });
  expect((await observe(running, fetch)).status).toBe(201);
  expect([running.count(), running.snapshot().sessions.length]).toEqual([2, 2]);
});

test('a refused connection, in process and over HTTP', async () => {
  const refused = ['fetch', 'TypeError', 'fetch failed', 'ECONNREFUSED'];
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: 'refused', when: 'after' });
  expect((await observe(sandbox, sandbox.fetch)).failed).toEqual(refused);
  expect(sandbox.snapshot().sessions).toEqual([]);
  running = await startSandbox();
  await running.goOffline();
  expect((await observe(running, fetch)).failed).toEqual(refused);
  await running.goOnline();
  expect((await observe(running, fetch)).status).toBe(201);
});

test('a delay takes clock time before or after the server acts, and lets another rule apply', async () => {
  const clock = createVirtualClock();
  const sandbox = createSandbox({ clock });
  sandbox.faults.add({ kind: 'delay', delayMs: 5_000, times: 2 });
  sandbox.faults.add({ kind: 'delay', when: 'after', delayMs: 2_000, times: 2 });
  sandbox.faults.add({ kind: 'reset', when: 'after' });
  const start = clock.now();
  const seen = observe(sandbox, sandbox.fetch);
  await clock.advance(4_999);
  expect(sandbox.calls[0]?.acted).toBe(false);
  await clock.advance(1);
  expect(sandbox.calls[0]?.acted).toBe(true);
  expect((await clock.run(seen)).failed?.[3]).toBe('ECONNRESET');
  expect(clock.now() - start).toBe(7_000);
  expect((await clock.run(observe(sandbox, sandbox.fetch))).status).toBe(201);
});

test('a caller that gives up during a delay does not stop the server', async () => {
  const clock = createVirtualClock();
  const sandbox = createSandbox({ clock });
  sandbox.faults.add({ kind: 'delay', delayMs: 5_000 });
  const giveUp = new AbortController();
  const seen = observe(sandbox, sandbox.fetch, giveUp.signal);
  giveUp.abort(new Error('late'));
  expect((await seen).failed?.[2]).toBe('late');
  await clock.advance(5_000);
  expect(sandbox.snapshot().sessions).toHaveLength(1);
});
