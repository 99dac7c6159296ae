/** An HTTP response, before it is sent over HTTP or made into a `Response`. */
export interface SandboxResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** What becomes of a request: a response, or something that goes wrong on the way. */
export type Reply =
  | { readonly kind: 'response' | 'truncated'; readonly response: SandboxResponse }
  | { readonly kind: 'reset' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'hang' };

/** A request, whichever way it came. */
export interface SandboxRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** A header by its lower-case name. */
  header(name: string): string | undefined;
  readonly body: string;
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  408: 'Request Timeout',
  409: 'Conflict',
  415: 'Unsupported Media Type',
  421: 'Misdirected Request',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** The reason phrase of an HTTP status. */
export function reasonOf(status: number): string {
  return reasons[status] ?? `Status ${status}`;
}

/** The statuses whose responses never have a body. */
export const statusesWithoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

const jsonType = { 'content-type': 'application/json; charset=utf-8' };

/** A response with a JSON body. */
export function jsonResponse(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): SandboxResponse {
  return { status, headers: { ...jsonType, ...headers }, body: JSON.stringify(body) };
}

/** An error response in the shape that the switch `errorBody` asks for. */
export function errorResponse(
  status: number,
  message: string | readonly string[],
  shape: 'nest' | 'errorMessage' | 'error' | 'empty' = 'nest',
): SandboxResponse {
  const text = typeof message === 'string' ? message : message.join('; ');
  if (shape === 'empty') return { status, headers: {}, body: '' };
  if (shape === 'errorMessage') return jsonResponse(status, { errorMessage: text, errorCode: status });
  if (shape === 'error') return jsonResponse(status, { error: text });
  return jsonResponse(status, { message, error: reasonOf(status), statusCode: status });
}
