/** The part of a `RequestInit` that carries a body. */
type BodyFields = Pick<RequestInit, 'body' | 'headers'> & { duplex?: 'half' };

/**
 * A body that the platform's `fetch` can send only once. Given a string, `fetch` may send the request a second time by itself, and a paid call must not
 * be sent twice: Node does so after a 421, as RFC 9110 allows, and Deno does when a reused connection breaks after the request was written. Node cannot
 * send a stream again, and Deno cannot send a `Blob` again. Both are sent with their length and not chunked, because a gateway may refuse a chunked
 * body; only an empty body on Deno is chunked, on HTTP/1.1. Bun and workerd send every request once, whatever its body is.
 */
export function singleUseBody(text: string | null, headers: Record<string, string>): BodyFields {
  const { process, Deno } = globalThis as { process?: { versions?: { undici?: string } }; Deno?: unknown };
  const bytes = new TextEncoder().encode(text ?? '');
  if (Deno !== undefined) return { body: new Blob([bytes]), headers };
  if (!process?.versions?.undici) return { body: text, headers };
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
  return { body, duplex: 'half', headers: { ...headers, 'content-length': String(bytes.length) } };
}
