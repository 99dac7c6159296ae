/** An HTTP answer, before it is put on a wire or into a `Response`. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** What becomes of a request: an answer, or something that goes wrong on the way. */
export type Reply =
  | { readonly kind: 'answer' | 'truncated'; readonly answer: Answer }
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
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** What HTTP calls a status. */
export function reasonOf(status: number): string {
  return reasons[status] ?? `Status ${status}`;
}

const jsonType = { 'content-type': 'application/json; charset=utf-8' };

/** An answer with a JSON body. */
export function jsonAnswer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { ...jsonType, ...headers }, body: JSON.stringify(body) };
}

/** An error answer in the shape that the switch `errorBody` asks for. */
export function errorAnswer(
  status: number,
  message: string | readonly string[],
  shape: 'nest' | 'errorMessage' | 'error' | 'empty',
): Answer {
  const text = typeof message === 'string' ? message : message.join('; ');
  if (shape === 'empty') return { status, headers: {}, body: '' };
  if (shape === 'errorMessage') return jsonAnswer(status, { errorMessage: text, errorCode: status });
  if (shape === 'error') return jsonAnswer(status, { error: text });
  return jsonAnswer(status, { message, error: reasonOf(status), statusCode: status });
}
