import { describe, expect, test } from 'vitest';
import type { SandboxSwitches } from '../src/index.ts';
import { type Drive, drive } from './support/drive.ts';

/** For one switch: what is seen under each of its values, in a scene of its own. */
type Probe<Value> = readonly [
  scene: (drive: Drive) => Promise<unknown>,
  seen: readonly (readonly [value: Value, observation: unknown])[],
];

type Probes = { readonly [Name in keyof SandboxSwitches]: Probe<SandboxSwitches[Name]> };

const uuid = /^[0-9a-f-]{36}$/;
const modelId = expect.stringMatching(/^chirp-custom:[0-9a-f-]{36}$/);

async function trained(d: Drive): Promise<{ sessionId: string; clipIds: string[] }> {
  const ready = await d.readySession();
  await d.create(ready.sessionId, ready.clipIds);
  await d.wait(ready.sessionId);
  return ready;
}

const trainedResult = async (d: Drive): Promise<unknown> => {
  const { sessionId } = await trained(d);
  const { data, result } = (await d.status(sessionId)).body;
  return data ?? { result };
};

/** A create that fails, and what a create after it gives. */
async function retried(d: Drive): Promise<{ sessionId: string; clipIds: string[] }> {
  d.sandbox.faults.add({ operation: 'customModel.create', kind: 'fail-task', failReason: 'bad name' });
  const ready = await trained(d);
  await d.create(ready.sessionId, ready.clipIds, 'better');
  return ready;
}

/** The status of a create's response, then the task's, then what was charged. */
async function createOutcome(d: Drive, name: string, foreign = false): Promise<unknown> {
  const { sessionId, clipIds } = await d.readySession();
  const response = await d.create(sessionId, foreign ? [...clipIds.slice(1), 'clip-of-another'] : clipIds, name);
  if (response.status !== 201) return [response.status];
  return [201, (await d.wait(sessionId)).body.status];
}

const search = (d: Drive): Promise<{ status: number; body: { items: { apiPath: string; finalAmount: number }[] } }> =>
  d.send('POST', '/api-user/points/search', { dateRange: { start: d.clock.now() - 1e6, end: d.clock.now() + 1e6 } });

async function afterCreate(d: Drive): Promise<{ sessionId: string; clipIds: string[] }> {
  const ready = await d.readySession();
  await d.create(ready.sessionId, ready.clipIds);
  return ready;
}

/** What the ledger and the balance say at once, and 30 s later. */
const ledgerOverTime = async (d: Drive): Promise<unknown> => {
  await afterCreate(d);
  const read = async (): Promise<unknown> => {
    const { status, body } = await search(d);
    return status === 200 ? [body.items.length, (await d.send('GET', '/api-user/credits')).body.credits] : status;
  };
  const first = await read();
  await d.clock.advance(30_000);
  return [first, await read()];
};

const statusesSeen = async (d: Drive): Promise<unknown> => {
  const { sessionId } = await afterCreate(d);
  const seen = new Set<string>();
  for (let second = 0; second < 200; second++) {
    seen.add((await d.status(sessionId)).body.status);
    await d.clock.advance(1_000);
  }
  return [...seen].join(' ');
};

const refusal = async (d: Drive): Promise<unknown> => (await d.create(crypto.randomUUID(), Array(6).fill('x'))).status;

const generateWithUnknown = async (d: Drive): Promise<unknown> => {
  const model = `chirp-custom:${crypto.randomUUID()}`;
  const response = await d.send('POST', '/suno/v2/generate', { task: 'create', model });
  return response.status === 201 ? (await d.wait(response.body.taskId)).body.status : response.status;
};

const createWithNothing = (create: (d: Drive) => Promise<unknown>) => (d: Drive) => {
  d.sandbox.credits.balance = 99;
  return create(d);
};

const probes: Probes = {
  sessionStatusBeforeCreate: [
    async (d) => {
      const { status, body } = await d.status(await d.prepare());
      return [status, body.status];
    },
    [
      ['success', [200, 'success']],
      ['ready', [200, 'ready']],
      ['not-found', [404, undefined]],
    ],
  ],
  secondCreate: [
    async (d) => {
      const { sessionId, clipIds } = await afterCreate(d);
      return [
        (await d.create(sessionId, clipIds, 'again')).status,
        d.sandbox.credits.charged,
        d.sandbox.snapshot().sessions[0]?.name,
      ];
    },
    [
      ['charges', [201, 200, 'again']],
      ['free', [201, 100, 'v6Pro']],
      ['refused', [400, 100, 'v6Pro']],
    ],
  ],
  createAfterFailure: [
    async (d) => {
      const { sessionId } = await retried(d);
      return [(await d.wait(sessionId)).body.status, d.sandbox.credits.charged];
    },
    [
      ['charges', ['success', 200]],
      ['free', ['success', 100]],
    ],
  ],
  refusalStatus: [refusal, [400, 404, 409, 422].map((status) => [status as 400, status])],
  resultKey: [
    async (d) => Object.keys((await d.upload(await d.prepare(), 'https://example.com/a.mp3')).body).at(-1),
    [
      ['data', 'data'],
      ['result', 'result'],
    ],
  ],
  resultShape: [
    async (d) => Array.isArray((await d.upload(await d.prepare(), 'https://example.com/a.mp3')).body.data),
    [
      ['object', false],
      ['array', true],
    ],
  ],
  clipIdKey: [
    async (d) => Object.keys((await d.upload(await d.prepare(), 'https://example.com/a%20b.mp3')).body.data),
    (['id', 'clip_id', 'clipId'] as const).map((key) => [key, [key, 'title', 'status', 'metadata']]),
  ],
  modelIdKey: [
    trainedResult,
    [
      ...(['id', 'model', 'modelId', 'model_id', 'external_key'] as const).map(
        (key) => [key, { [key]: modelId, name: 'v6Pro', status: 'complete' }] as const,
      ),
      ['nested', { name: 'v6Pro', status: 'complete', custom_model: { id: modelId, base_model: 'chirp-v55' } }],
      ['bare-uuid', expect.objectContaining({ id: expect.stringMatching(uuid), external_key: expect.stringMatching(uuid) })],
    ],
  ],
  staleFailedMs: [
    async (d) => {
      const { sessionId } = await retried(d);
      const first = (await d.status(sessionId)).body;
      await d.clock.advance(5_000);
      return [first.status, first.failReason, (await d.status(sessionId)).body.status];
    },
    [
      [0, ['queued', undefined, 'queued']],
      [5_000, ['failed', 'bad name', 'queued']],
      [60_000, ['failed', 'bad name', 'failed']],
    ],
  ],
  createCommitDelayMs: [
    async (d) => {
      const { sessionId } = await afterCreate(d);
      const at = async (): Promise<unknown> => [(await d.status(sessionId)).body.status, d.sandbox.credits.charged];
      const first = await at();
      await d.clock.advance(7_000);
      return [first, await at()];
    },
    [
      [
        0,
        [
          ['queued', 100],
          ['queued', 100],
        ],
      ],
      [
        6_000,
        [
          ['ready', 0],
          ['queued', 100],
        ],
      ],
      [
        8_000,
        [
          ['ready', 0],
          ['ready', 0],
        ],
      ],
    ],
  ],
  ledger: [
    ledgerOverTime,
    [
      [
        'immediate',
        [
          [1, 9_900],
          [1, 9_900],
        ],
      ],
      [
        'lagging',
        [
          [0, 10_000],
          [1, 9_900],
        ],
      ],
      ['absent', [404, 404]],
    ],
  ],
  ledgerLagMs: [
    (d) => {
      d.sandbox.switches.ledger = 'lagging';
      return ledgerOverTime(d);
    },
    [
      [
        0,
        [
          [1, 9_900],
          [1, 9_900],
        ],
      ],
      [
        30_000,
        [
          [0, 10_000],
          [1, 9_900],
        ],
      ],
      [
        40_000,
        [
          [0, 10_000],
          [0, 10_000],
        ],
      ],
    ],
  ],
  ledgerOrder: [
    async (d) => {
      await afterCreate(d);
      await d.send('POST', '/suno/v2/generate', { task: 'create', model: 'chirp-v50' });
      return (await search(d)).body.items.map((item) => item.finalAmount);
    },
    [
      ['newest-first', [40, 100]],
      ['oldest-first', [100, 40]],
    ],
  ],
  serverClockSkewMs: [
    async (d) => {
      const sessionId = await d.prepare();
      const response = await d.sandbox.fetch(`${d.sandbox.baseUrl}/suno/v2/status?taskId=${sessionId}`, {
        headers: { authorization: `Bearer ${d.sandbox.apiKey}` },
      });
      const { createdAt } = (await response.json()) as { createdAt: string };
      return [Date.parse(createdAt) - d.clock.now(), Date.parse(response.headers.get('date') ?? '') - d.clock.now()];
    },
    [0, 120_000, -3_600_000].map((ms) => [ms, [ms, ms]]),
  ],
  chargeAt: [
    async (d) => {
      const { sessionId } = await afterCreate(d);
      const first = d.sandbox.credits.charged;
      await d.wait(sessionId);
      return [first, d.sandbox.credits.charged];
    },
    [
      ['accept', [100, 100]],
      ['success', [0, 100]],
    ],
  ],
  refundOnFailure: [
    async (d) => {
      d.sandbox.faults.add({ operation: 'customModel.create', kind: 'fail-task' });
      await trained(d);
      return [d.sandbox.credits.balance, (await search(d)).body.items.map((item) => item.finalAmount)];
    },
    [
      [false, [9_900, [100]]],
      [true, [10_000, [-100, 100]]],
    ],
  ],
  shortOfCredits: [
    createWithNothing((d) => createOutcome(d, 'v6Pro')),
    [
      ['refused', [402]],
      ['fails', [201, 'failed']],
      ['accepted', [201, 'success']],
    ],
  ],
  shortOfCreditsStatus: [
    createWithNothing((d) => createOutcome(d, 'v6Pro')),
    [
      [400, [400]],
      [402, [402]],
      [403, [403]],
    ],
  ],
  foreignClip: [
    (d) => createOutcome(d, 'v6Pro', true),
    [
      ['refused', [400]],
      ['fails', [201, 'failed']],
      ['accepted', [201, 'success']],
    ],
  ],
  longName: [
    (d) => createOutcome(d, 'seventeen letters'),
    [
      ['refused', [400]],
      ['fails', [201, 'failed']],
      ['accepted', [201, 'success']],
    ],
  ],
  unknownModel: [
    generateWithUnknown,
    [
      ['refused', 400],
      ['fails', 'failed'],
      ['accepted', 'success'],
    ],
  ],
  unknownTask: [
    async (d) => {
      const { status, body } = await d.status('nobody');
      return [status, body.status];
    },
    [
      ['not-found', [404, undefined]],
      ['bad-request', [400, undefined]],
      ['ready', [200, 'ready']],
    ],
  ],
  taskStatuses: [
    statusesSeen,
    [
      ['eight', 'queued ready running success'],
      ['six', 'ready running success'],
    ],
  ],
  extraStatus: [
    statusesSeen,
    [
      ['', 'queued ready running success'],
      ['moderating', 'queued ready running moderating success'],
    ],
  ],
  sessionCreatedAt: [
    async (d) => {
      const start = d.clock.now();
      const { sessionId } = await afterCreate(d);
      return Date.parse((await d.status(sessionId)).body.createdAt) > start;
    },
    [
      ['create', true],
      ['prepare', false],
    ],
  ],
  errorBody: [
    async (d) => (await d.status('nobody')).body,
    [
      ['nest', { statusCode: 404, message: 'Task not found', error: 'Not Found' }],
      ['errorMessage', { errorMessage: 'Task not found', errorCode: 404 }],
      ['error', { error: 'Task not found' }],
      ['empty', undefined],
    ],
  ],
};

describe.each(Object.entries(probes) as [keyof SandboxSwitches, Probe<never>][])('%s', (name, [scene, seen]) => {
  test.each(seen)('%j', async (value, observation) => {
    expect(await scene(drive({ switches: { [name]: value } }))).toEqual(observation);
  });
});
