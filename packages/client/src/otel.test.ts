import {
  type Attributes,
  context,
  propagation,
  type Span,
  type SpanOptions,
  type TextMapPropagator,
  type Tracer,
} from '@opentelemetry/api';
import { expect, test } from 'vitest';
import { quickClock } from '../test/support/quick-clock.ts';
import { respond, startServer } from '../test/support/server.ts';
import { createClient } from './index.ts';
import { withTelemetry } from './otel.ts';

interface Recorded {
  name: string;
  attributes: Attributes;
  status?: unknown;
  ended: boolean;
}

function recorder(): { tracer: Tracer; spans: Recorded[] } {
  const spans: Recorded[] = [];
  const startSpan = (name: string, options?: SpanOptions): Span => {
    const it: Recorded = { name, attributes: { ...options?.attributes }, ended: false };
    spans.push(it);
    const span = {
      setAttribute: (key: string, value: string | number) => {
        it.attributes[key] = value;
      },
      setStatus: (status: unknown) => {
        it.status = status;
      },
      end: () => {
        it.ended = true;
      },
      spanContext: () => ({ traceId: '1'.repeat(32), spanId: '2'.repeat(16), traceFlags: 1 }),
    };
    return span as unknown as Span;
  };
  return { spans, tracer: { startSpan } as unknown as Tracer };
}

const propagator: TextMapPropagator = {
  inject: (_context, carrier, setter) => setter.set(carrier, 'traceparent', '00-trace-span-01'),
  extract: () => context.active(),
  fields: () => ['traceparent'],
};

test('a span per call, with the attributes of HTTP, and the context passed on', async () => {
  propagation.setGlobalPropagator(propagator);
  await using server = await startServer(
    respond(503, ''),
    respond(200, { taskId: 't', status: 'ready' }),
    respond(404, {}),
    respond(200, '<html>'),
  );
  const { tracer, spans } = recorder();
  const client = createClient(withTelemetry({ apiKey: 'sk-secret', baseUrl: server.url, clock: quickClock() }, { tracer }));
  await client.tasks.get('t');
  await client.tasks.get('t').catch(() => {});
  await client.lyrics({ lyrics_model: 'default', prompt: 'rain' }).catch(() => {});
  propagation.disable();
  expect(spans.map(({ name, ended }) => [name, ended])).toEqual([
    ['GET /suno/v2/status', true],
    ['GET /suno/v2/status', true],
    ['POST /suno/v2/lyrics', true],
  ]);
  expect(spans[0]?.attributes).toMatchObject({
    'http.request.method': 'GET',
    'server.address': '127.0.0.1',
    'server.port': Number(new URL(server.url).port),
    'url.full': `${server.url}/suno/v2/status?taskId=t`,
    'http.response.status_code': 200,
    'http.request.resend_count': 1,
    'mountsea.operation': 'GET /suno/v2/status',
  });
  expect(spans[0]?.status).toBeUndefined();
  expect(spans[1]?.attributes).toMatchObject({ 'http.response.status_code': 404, 'error.type': 'not_found' });
  expect(spans[1]?.status).toEqual({ code: 2 });
  expect(spans[2]?.status).toEqual({ code: 2, message: expect.stringContaining('not JSON') });
  expect(server.seen.every(({ headers }) => headers.traceparent === '00-trace-span-01')).toBe(true);
  expect(JSON.stringify(spans)).not.toContain('secret');
});
