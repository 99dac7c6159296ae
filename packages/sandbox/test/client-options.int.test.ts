import { afterEach, expect, test } from 'vitest';
import { createSandbox, createVirtualClock, realClock } from '../src/index.ts';
import { type RunningSandbox, startSandbox } from '../src/node.ts';

/** The options of a client, as far as the sandbox fills them in. */
interface ClientOptions {
  apiKey?: string;
  baseUrl?: string;
  usageBaseUrl?: string;
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  fetchSendsOnce?: boolean;
  clock?: { now(): number; monotonic(): number; sleep(ms: number, signal?: AbortSignal): Promise<void> };
}

/** The least that a client does with its options: it asks both hosts for something. */
async function callBoth(options: ClientOptions): Promise<number[]> {
  const { apiKey = '', baseUrl = '', usageBaseUrl = '', fetch: call = fetch } = options;
  const prepared = await call(`${baseUrl}/suno/v2/customModel/prepare`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}` },
  });
  const credits = await call(`${usageBaseUrl}/api-user/credits`, { headers: { 'x-api-key': apiKey } });
  return [prepared.status, credits.status];
}

let running: RunningSandbox | undefined;
afterEach(async () => running?.close());

test('in process they lead a client to the sandbox, with a fetch that sends once and the clock that was given', async () => {
  const clock = createVirtualClock();
  const sandbox = createSandbox({ clock, apiKey: 'a-key-of-my-own' });
  const { clientOptions } = sandbox;
  expect(await callBoth(clientOptions)).toEqual([201, 200]);
  expect(sandbox.count()).toBe(2);
  expect(clientOptions).toEqual({
    apiKey: 'a-key-of-my-own',
    baseUrl: sandbox.baseUrl,
    usageBaseUrl: sandbox.baseUrl,
    fetch: sandbox.fetch,
    fetchSendsOnce: true,
    clock,
  });
  expect(createSandbox().clientOptions.clock).toBe(realClock);
});

test('over HTTP they leave fetch to the platform', async () => {
  running = await startSandbox({ apiKey: 'a-key-of-my-own' });
  const { clientOptions, url } = running;
  expect(await callBoth(clientOptions)).toEqual([201, 200]);
  expect(clientOptions).toEqual({ apiKey: 'a-key-of-my-own', baseUrl: url, usageBaseUrl: url, clock: realClock });
});
