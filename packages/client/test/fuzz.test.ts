import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createClient,
  findClipId,
  findClips,
  findModelId,
  isMountseaError,
  type MountseaClient,
  ServerError,
} from '../src/index.ts';
import { quickClock } from './support/quick-clock.ts';

const apiKey = 'sk-fuzzed/key+1';
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const runs = 10_000;

/** One response of a server that may send anything. */
interface Fuzzed {
  status: number;
  headers: [string, string][];
  body: Uint8Array;
  /** The stream breaks after the body. */
  breaks: boolean;
}

const encoder = new TextEncoder();
const text = (value: string): Uint8Array => encoder.encode(value);
const taskLike = fc.record(
  {
    taskId: fc.oneof(fc.string({ minLength: 1 }), fc.jsonValue()),
    status: fc.oneof(fc.constantFrom('ready', 'SUCCESS', 'brand-new', ''), fc.jsonValue()),
    data: fc.jsonValue({ maxDepth: 4 }),
    result: fc.jsonValue({ maxDepth: 4 }),
    failCode: fc.jsonValue(),
    failReason: fc.constantFrom(apiKey, '\u001b[31m', 7, null),
    message: fc.oneof(fc.constant(`bad key ${apiKey}`), fc.jsonValue()),
    error: fc.jsonValue(),
    sessionId: fc.string(),
    credits: fc.oneof(fc.double(), fc.string()),
    items: fc.jsonValue(),
    meta: fc.jsonValue(),
  },
  { requiredKeys: [] },
);
const escaped = [...apiKey].map((it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const body = fc.oneof(
  taskLike.map((value) => text(JSON.stringify(value))),
  fc.jsonValue().map((value) => text(JSON.stringify(value))),
  fc.tuple(taskLike, fc.nat(40)).map(([value, cut]) => text(JSON.stringify(value).slice(0, -cut))),
  fc.constantFrom('', '<html>no</html>', apiKey, `{"message":"${escaped}"}`, '\uFEFF{}', 'null', '[]').map(text),
  fc.uint8Array({ maxLength: 60 }),
);
const headers = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom('retry-after', 'retry-after-ms', 'date', 'content-type', 'content-length', 'x-request-id', 'location'),
    fc.oneof(
      fc.constantFrom('0', '2', '61', '-1', '1e9', 'NaN', 'text/html', apiKey, 'Thu, 01 Jan 2026 00:00:10 GMT', '9'.repeat(400)),
      fc.string({ unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)) }),
    ),
  ),
  { selector: ([name]) => name },
);
const status = fc.oneof(
  fc.constantFrom(200, 201, 204, 304, 307, 400, 401, 402, 404, 409, 422, 429, 500, 502, 503),
  fc.integer({ min: 200, max: 599 }),
);
const fuzzed: fc.Arbitrary<Fuzzed> = fc.record({ status, headers, body, breaks: fc.boolean() });

function respond({ status, headers, body, breaks }: Fuzzed): Response {
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(body);
      if (breaks) controller.error(new TypeError(`terminated ${apiKey}`));
      else controller.close();
    },
  });
  return new Response([204, 205, 304].includes(status) ? null : stream, { status, headers });
}

const methods: ((client: MountseaClient) => Promise<unknown>)[] = [
  (client) => client.customModel.prepare(),
  (client) => client.customModel.create({ sessionId: 's', clipIds: [], name: 'n' }),
  async (client) => {
    const task = await client.tasks.get('t');
    return [findClipId(task), findModelId(task), findClips(task)];
  },
  (client) => client.usage.services(),
  async (client) => {
    let seen = 0;
    for await (const _ of client.usage.searchPoints({ dateRange: { start: 0, end: 1 } })) if (++seen > 50) break;
  },
  (client) => client.raw.suno.GET('/suno/v2/generate/schema'),
];

/** Every call ends, in a value or in an error of ours that does not hold the key. */
async function holds(subject: (client: MountseaClient) => Promise<unknown>, responses: Fuzzed[]): Promise<void> {
  const left = [...responses];
  const last = responses.at(-1) as Fuzzed;
  // A server may ask for a wait of up to 60 s, which is to pass at once; the time limits lie above it.
  const limits = { timeoutMs: 120_000, retry: { attemptTimeoutMs: 90_000 } };
  const fetch = async (): Promise<Response> => respond(left.shift() ?? last);
  const client = createClient({ apiKey, clock: quickClock(60_000), fetch, ...limits });
  const thrown = await subject(client).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown === undefined) return;
  if (!isMountseaError(thrown)) throw thrown;
  const shown = `${inspect(thrown, { depth: 20, showHidden: true })}${JSON.stringify(thrown)}`;
  if (shown.includes('fuzzed')) throw new Error(`the key is in ${shown}`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  if (/[\u0000-\u001f]/.test(thrown.message)) throw new Error('a control character is in the message');
}

test(`${runs} fuzzed responses end in a value or a typed error without the key (SEED=${seed})`, {
  timeout: 240_000,
}, async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom(...methods), fc.array(fuzzed, { minLength: 1, maxLength: 3 }), holds), {
    numRuns: runs,
    seed,
  });
});

test('the property catches a bare SyntaxError and a leaked key', async () => {
  const bare = async (): Promise<unknown> => JSON.parse('<html>');
  const responses: Fuzzed[] = [{ status: 200, headers: [], body: text('<html>'), breaks: false }];
  await expect(holds(bare, responses)).rejects.toThrow(SyntaxError);
  const leaking = async (): Promise<unknown> => Promise.reject(new ServerError(`the key is ${apiKey}`));
  await expect(holds(leaking, responses)).rejects.toThrow('the key is in');
});
