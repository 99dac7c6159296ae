import { describe, expect, test } from 'vitest';
import { everyMethod } from '../test/support/every-method.ts';
import { respond, startServer } from '../test/support/server.ts';
import { createClient } from './index.ts';
import { retryPolicies } from './retry-policies.ts';

const paid = Object.entries(everyMethod).filter(([, { operation }]) => retryPolicies[operation] === 'at-most-once');

describe("Node's fetch sends a request again after a 421", () => {
  test('when its body is a string: the server that acted on it acts twice', async () => {
    await using server = await startServer(respond(421, ''));
    await fetch(server.url, { method: 'POST', body: '{}' });
    expect(server.seen).toHaveLength(2);
  });

  test.each(paid)('but %s leaves once, with its length', async (_name, { call }) => {
    await using server = await startServer(respond(421, ''));
    const failed = call(createClient({ apiKey: 'k', baseUrl: server.url }));
    await expect(failed).rejects.toMatchObject({ code: 'validation_failed', charged: 'no', status: 421 });
    expect(server.seen).toHaveLength(1);
    const [{ headers, body }] = server.seen as [(typeof server.seen)[number]];
    expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
    expect(headers['transfer-encoding']).toBeUndefined();
  });
});

test('a paid call sends every byte of a long body that is not ASCII', async () => {
  await using server = await startServer(respond(201, { taskId: 't' }));
  const prompt = '夜のドライブ🎵'.repeat(50_000);
  await createClient({ apiKey: 'k', baseUrl: server.url }).lyrics({ lyrics_model: 'default', prompt });
  expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual({ lyrics_model: 'default', prompt });
});
