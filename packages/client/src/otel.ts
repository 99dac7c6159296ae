import { type Attributes, context, propagation, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { isMountseaError } from './errors.ts';
import type { CallInfo } from './hooks.ts';
import type { ClientOptions } from './options.ts';
import { redactUrl } from './redact.ts';

/**
 * What {@link withTelemetry} takes.
 *
 * @example
 * ```ts
 * import { trace } from '@opentelemetry/api';
 * import { type TelemetrySettings, withTelemetry } from '@mountsea-suno/client/otel';
 *
 * const settings: TelemetrySettings = { tracer: trace.getTracer('my-app') };
 * withTelemetry({}, settings);
 * ```
 */
export interface TelemetrySettings {
  /** Default: the global tracer provider's, named `@mountsea-suno/client`. */
  tracer?: Tracer | undefined;
}

/**
 * Client options with which each call is a span of OpenTelemetry: kind client, attributes by the semantic conventions of HTTP, the
 * context passed on in the headers. Needs the package `@opentelemetry/api`, which the client itself does not.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { withTelemetry } from '@mountsea-suno/client/otel';
 *
 * const client = createClient(withTelemetry());
 * await client.customModel.prepare();
 * ```
 */
export function withTelemetry(options: ClientOptions = {}, settings: TelemetrySettings = {}): ClientOptions {
  const tracer = settings.tracer ?? trace.getTracer('@mountsea-suno/client');
  return {
    ...options,
    around: (call, run) => {
      const inner = options.around;
      return traced(tracer, call, inner ? () => inner(call, run) : run);
    },
  };
}

async function traced<T>(tracer: Tracer, call: CallInfo, run: () => Promise<T>): Promise<T> {
  const { hostname, port, protocol, pathname } = new URL(call.url);
  const attributes: Attributes = {
    'http.request.method': call.method,
    'server.address': hostname,
    'server.port': Number(port || (protocol === 'https:' ? 443 : 80)),
    'url.full': redactUrl(call.url),
    'url.template': pathname,
    'mountsea.operation': call.operation,
  };
  const span = tracer.startSpan(`${call.method} ${pathname}`, { kind: SpanKind.CLIENT, attributes });
  const active = trace.setSpan(context.active(), span);
  propagation.inject(active, call.headers);
  try {
    return await context.with(active, run);
  } catch (error) {
    span.setAttribute('error.type', isMountseaError(error) ? error.code : error instanceof Error ? error.name : '_OTHER');
    // By the conventions, an HTTP status that explains the error needs no message; and the server's own text is untrusted.
    const needsMessage = isMountseaError(error) && !(error.status && error.status >= 400);
    span.setStatus({ code: SpanStatusCode.ERROR, ...(needsMessage && { message: error.message }) });
    throw error;
  } finally {
    if (call.status !== undefined) span.setAttribute('http.response.status_code', call.status);
    if (call.attempts > 1) span.setAttribute('http.request.resend_count', call.attempts - 1);
    span.end();
  }
}
