import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Handler, respond, startServer } from '../test/support/server.ts';
import { createClient } from './index.ts';
import { OutOfBoundsError, parseBody } from './response-body.ts';

const ready = { taskId: 't', status: 'ready' };
const padded = (bytes: number): string => JSON.stringify({ ...ready, padding: 'x'.repeat(bytes) });

/** Answers with what it is given, in the way that is given. */
const gzipped =
  (text: string): Handler =>
  (_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(text));
  };
const chunked =
  (text: string): Handler =>
  (_request, response) => {
    response.writeHead(200);
    for (let at = 0; at < text.length; at += 65_536) response.write(text.slice(at, at + 65_536));
    response.end();
  };

describe.each([
  ['with its length', (text: string) => respond(200, text)],
  ['in chunks', chunked],
  ['compressed', gzipped],
])('a body that comes %s', (_name, handler) => {
  test('is read up to maxResponseBytes', async () => {
    const text = padded(50_000);
    await using server = await startServer(handler(text));
    const options = { apiKey: 'k', baseUrl: server.url };
    expect(await createClient({ ...options, maxResponseBytes: text.length }).tasks.get('t')).toMatchObject(ready);
    const small = createClient({ ...options, maxResponseBytes: text.length - 1 });
    await expect(small.tasks.get('t')).rejects.toMatchObject({
      code: 'unexpected_response',
      attempts: 1,
      message: expect.stringMatching(/larger than \d+ bytes, see maxResponseBytes/),
    });
    await expect(small.raw.suno.POST('/suno/v2/customModel/prepare')).rejects.toMatchObject({ code: 'unexpected_response' });
  });

  test('is at most 8 MiB by default, and a refusal that is larger is a refusal all the same', async () => {
    await using server = await startServer(handler(padded(8 * 1024 * 1024)));
    const client = createClient({ apiKey: 'k', baseUrl: server.url });
    await expect(client.tasks.get('t')).rejects.toMatchObject({ code: 'unexpected_response', attempts: 1 });
  });
});

test('a refusal whose explanation is too large is a refusal all the same', async () => {
  await using server = await startServer(respond(404, padded(1_000)));
  const client = createClient({ apiKey: 'k', baseUrl: server.url, maxResponseBytes: 100 });
  await expect(client.tasks.get('t')).rejects.toMatchObject({ code: 'not_found', charged: 'no', status: 404 });
});

test('text that is cut between two bytes of a character is read as it was', async () => {
  const title = '夜のドライブ🎵'.repeat(20_000);
  await using server = await startServer(chunked(JSON.stringify({ ...ready, title })));
  const task = await createClient({ apiKey: 'k', baseUrl: server.url }).tasks.get('t');
  expect(task.raw).toMatchObject({ title });
});

describe('nesting', () => {
  const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

  test('is at most 200 levels', () => {
    expect(parseBody(nested(200), 'k').json).toBeInstanceOf(Array);
    expect(() => parseBody(nested(201), 'k')).toThrow(OutOfBoundsError);
    expect(() => parseBody(`{"a":`.repeat(201), 'k')).toThrow(OutOfBoundsError);
    expect(() => parseBody(nested(1_000_000), 'k')).toThrow(OutOfBoundsError);
  });

  test('is not counted within strings', () => {
    const text = JSON.stringify({
      brackets: '['.repeat(1_000),
      quoted: `"${'{'.repeat(1_000)}`,
      escaped: `\\"${'['.repeat(1_000)}`,
    });
    expect(parseBody(text, 'k').json).toEqual(JSON.parse(text));
  });

  test('of a response ends the call with an error, in whatever call', async () => {
    const body = `{"taskId":"t","status":"ready","data":${nested(3_000)}}`;
    await using server = await startServer(respond(200, body));
    const client = createClient({ apiKey: 'k', baseUrl: server.url });
    const refused = { code: 'unexpected_response', attempts: 1, message: expect.stringContaining('200 levels') };
    await expect(client.tasks.get('t')).rejects.toMatchObject(refused);
    await expect(client.raw.suno.POST('/suno/v2/customModel/prepare')).rejects.toMatchObject(refused);
  });
});

describe('the API key', () => {
  const apiKey = 'sk-secret/key';
  const escaped = [...apiKey].map((it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

  test.each([
    ['as it is', apiKey],
    ['with every character escaped', escaped],
    ['with its slash escaped', apiKey.replace('/', '\\/')],
  ])('is taken out of every string of a task: %s', async (_name, spelled) => {
    const body = `{"taskId":"t","status":"failed","failReason":"bad key ${spelled}","data":[{"deep":{"${spelled}":"${spelled}"}}]}`;
    await using server = await startServer(respond(200, body));
    const task = await createClient({ apiKey, baseUrl: server.url }).tasks.get('t');
    expect(task.failReason).toBe('bad key [redacted]');
    expect(JSON.stringify(task)).not.toContain('secret');
  });

  test('is taken out of what raw calls and onResponse are given', async () => {
    await using server = await startServer(respond(201, { sessionId: 's', echo: apiKey }));
    const texts: string[] = [];
    const client = createClient({ apiKey, baseUrl: server.url, onResponse: ({ text }) => texts.push(text) });
    const { data } = await client.raw.suno.POST('/suno/v2/customModel/prepare', { onResponse: ({ text }) => texts.push(text) });
    expect(JSON.stringify([data, texts])).not.toContain('secret');
    expect(texts).toHaveLength(2);
  });
});
