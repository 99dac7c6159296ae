import { expect, test, vi } from 'vitest';
import { quickClock } from '../test/support/quick-clock.ts';
import { respond, startServer } from '../test/support/server.ts';
import { createClient } from './index.ts';
import { type Logger, type LogLevel, withLogging } from './log.ts';
import { redactUrl } from './redact.ts';

const apiKey = 'sk-secret-1234567890';

function memory(): { logger: Logger; lines: string[] } {
  const lines: string[] = [];
  const at = (level: string) => (message: string, details?: object) =>
    void lines.push(`${level} ${message}${details ? ` ${JSON.stringify(details)}` : ''}`);
  return { lines, logger: { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') } };
}

async function run(level?: LogLevel): Promise<string[]> {
  await using server = await startServer(
    respond(503, '', { 'set-cookie': 'hush=1' }),
    respond(201, { taskId: 't', token: 'hush', echo: apiKey }),
    respond(400, { message: `bad ${apiKey} for https://a.example/1.mp3?X-Amz-Signature=hush` }),
  );
  const { logger, lines } = memory();
  const options = { apiKey: async () => apiKey, baseUrl: server.url, clock: quickClock() };
  const client = createClient(withLogging(options, { logger, ...(level && { level }) }));
  const body = { sessionId: 's', audioUrl: 'https://u:hush@a.example/1.mp3?X-Amz-Signature=hush&x=1#hush' };
  await client.customModel.upload(body, { headers: { 'x-api-token': 'hush' } });
  await client.customModel.upload(body).catch(() => {});
  return lines;
}

test('logs by level, and no secret at any', async () => {
  expect((await run('error')).map((line) => line.split(' ')[0])).toEqual(['error']);
  expect((await run('warn')).map((line) => line.split(' ')[0])).toEqual(['warn', 'error']);
  expect((await run()).map((line) => line.split(' ')[0])).toEqual(['info', 'warn', 'info', 'info', 'error']);
  const all = await run('debug');
  expect(all.filter((line) => line.startsWith('debug'))).toHaveLength(6);
  expect(all.join('\n')).not.toMatch(/hush|secret-/);
  expect(all.join('\n')).toContain('https://a.example/1.mp3');
  expect(await run('off')).toEqual([]);
});

test('takes its level from MOUNTSEA_LOG, and writes to standard error by default', async () => {
  const written = vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.stubEnv('MOUNTSEA_LOG', 'info');
  await using server = await startServer(respond(200, { taskId: 't', status: 'ready' }));
  await createClient(withLogging({ apiKey, baseUrl: server.url })).tasks.get('t');
  expect(written.mock.calls[0]?.[0]).toMatch(/^GET \/suno\/v2\/status: HTTP 200 after \d+ ms, attempt 1$/);
  vi.unstubAllEnvs();
  written.mockRestore();
  expect(withLogging()).toEqual({});
});

test('keeps the hooks that were there', async () => {
  await using server = await startServer(respond(200, { taskId: 't', status: 'ready' }));
  const onRequest = vi.fn();
  await createClient(withLogging({ apiKey, baseUrl: server.url, onRequest }, memory())).tasks.get('t');
  expect(onRequest).toHaveBeenCalledOnce();
});

test('hides secret parameters of a URL', () => {
  expect(redactUrl('https://a.example/p?taskId=1&api_key=x&token=y')).toBe(
    'https://a.example/p?taskId=1&api_key=[redacted]&token=[redacted]',
  );
});

test('a long text in a body takes no long time, and is cut', async () => {
  await using server = await startServer(respond(201, { taskId: 't', reason: 'http:'.repeat(50_000) }));
  const { logger, lines } = memory();
  const client = createClient(withLogging({ apiKey, baseUrl: server.url }, { logger, level: 'debug' }));
  await client.lyrics({ lyrics_model: 'default', prompt: 'rain' });
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(3_000);
});
