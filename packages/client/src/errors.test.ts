import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { respond, startServer } from '../test/support/server.ts';
import { createClient, isMountseaError, RateLimitError } from './index.ts';

test('an error is recognised across copies of the package', () => {
  const other = Object.assign(new Error('x'), { [Symbol.for('@mountsea-suno/error')]: true });
  expect(isMountseaError(other)).toBe(true);
  expect(isMountseaError(new RateLimitError('m'))).toBe(true);
  expect(isMountseaError(new Error('x'))).toBe(false);
  expect(isMountseaError(null)).toBe(false);
});

test('as JSON it has its message and what it knows, and no secret', async () => {
  await using server = await startServer(
    respond(400, { message: 'no such key: sk-secret-1234567890' }, { 'x-request-id': 'r-1' }),
  );
  const client = createClient({ apiKey: 'sk-secret-1234567890', baseUrl: server.url });
  const error = await client.tasks.get('t').catch((it: unknown) => it);
  const json: unknown = JSON.parse(JSON.stringify(error));
  expect(json).toMatchObject({
    name: 'ValidationError',
    code: 'validation_failed',
    message: 'GET /suno/v2/status: HTTP 400: no such key: [redacted]. Correct the request.',
    operation: 'GET /suno/v2/status',
    status: 400,
    requestId: 'r-1',
    serverTime: expect.any(Number),
    attempts: 1,
    retryable: false,
    charged: 'no',
    messages: ['no such key: [redacted]'],
    body: { message: 'no such key: [redacted]' },
  });
  expect(json).not.toHaveProperty('stack');
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('secret');
});
