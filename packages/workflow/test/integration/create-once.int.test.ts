import { createClient } from '@mountsea-suno/client';
import type { FaultRule, SandboxSwitches } from '@mountsea-suno/sandbox';
import { describe, expect, test } from 'vitest';
import { resumeTraining, startTraining } from '../../src/index.ts';
import { createWorld, type World } from '../support/world.ts';

const lost: Record<string, FaultRule> = {
  'a reset after the server acted': { kind: 'reset', when: 'after' },
  'a reset before it': { kind: 'reset', when: 'before' },
  'a 500 after it acted': { kind: 'status', status: 500, when: 'after' },
  'a 500 before it': { kind: 'status', status: 500, when: 'before' },
  'a 502 of a proxy after it acted': { kind: 'html', when: 'after' },
  'a 502 of a proxy before it': { kind: 'html', when: 'before' },
  'half a response': { kind: 'truncate', when: 'after' },
  'no response, although it acted': { kind: 'hang', when: 'after' },
  'no response at all': { kind: 'hang', when: 'before' },
  'garbage after it acted': { kind: 'garbage', when: 'after' },
};
const readings: Partial<SandboxSwitches>[] = [
  {},
  { sessionStatusBeforeCreate: 'success' },
  { sessionStatusBeforeCreate: 'not-found', createCommitDelayMs: 60_000 },
  { ledger: 'lagging', ledgerLagMs: 120_000, createCommitDelayMs: 60_000, serverClockSkewMs: -3_600_000 },
  { ledger: 'absent', resultKey: 'result', resultShape: 'array', modelIdKey: 'bare-uuid', sessionStatusBeforeCreate: 'success' },
  { chargeAt: 'success', taskStatuses: 'six', serverClockSkewMs: 3_600_000, modelIdKey: 'external_key' },
];

describe('a create whose response is lost', () => {
  for (const [name, rule] of Object.entries(lost))
    test.each(readings)(`${name}, %j`, async (switches) => {
      const world = createWorld({ switches });
      world.sandbox.faults.add({ operation: 'customModel.create', ...rule });
      const { code, training } = await outcome(world);
      const acted = rule.when === 'after';
      // Without a ledger nothing proves that the create was not accepted.
      const provable = acted || switches.ledger !== 'absent';
      expect(code).toBe(provable ? 'done' : 'create_outcome_unknown');
      expect(world.sandbox.credits.charges.filter(({ amount }) => amount === 100)).toHaveLength(provable ? 1 : 0);
      if (provable) return;
      const resumed = await resumeTraining(training.id, { ...world.run, resendCreate: true });
      await expect(world.clock.run(resumed.result())).resolves.toMatchObject({ credits: 100 });
    });

  test('a charge of another training leaves it unknown', async () => {
    const world = createWorld();
    const { client, clock, sandbox, start } = world;
    const other = await startTraining({ ...start, client: { ...client } });
    sandbox.faults.add({
      operation: 'customModel.create',
      kind: 'reset',
      when: 'before',
      match: ({ body }) => nameOf(body) === 'mine',
    });
    const { code, error } = await outcome(world, { name: 'mine' });
    await clock.run(other.result());
    expect(code).toBe('create_outcome_unknown');
    expect(error?.message).toMatch(/may belong to another training/);
    expect(sandbox.credits.charged).toBe(100);
  });
});

test('a server with two clocks is not polled without a pause while it is found out what became of a create', async () => {
  const world = createWorld();
  const { sandbox, clock } = world;
  let responses = 0;
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const response = await sandbox.fetch(url, init);
    const { status } = response;
    const date = new Date(clock.now() + (responses++ % 2) * 10_000).toUTCString();
    return new Response(await response.text(), { status, headers: { date } });
  };
  const { apiKey, baseUrl } = sandbox;
  const client = createClient({ apiKey, baseUrl, usageBaseUrl: baseUrl, fetch, clock });
  sandbox.faults.add({ operation: 'customModel.create', kind: 'reset', when: 'before' });
  const training = await startTraining({ ...world.start, client });
  await clock.run(training.result());
  expect(sandbox.count('tasks.get')).toBeLessThan(150);
  expect(sandbox.credits.charged).toBe(100);
});

describe('a record restored from a copy that is older than the create', () => {
  /** Leaves the store with the older copy, the given time after the create. */
  async function restored({ clock, sandbox, store, start }: World, ms: number): Promise<string> {
    let copy = '';
    const save = async (id: string, text: string): Promise<void> => {
      if (JSON.parse(text).creates.length === 0) copy = text;
      await store.save(id, text);
    };
    const training = await startTraining({ ...start, store: { ...store, save } });
    while (sandbox.count('customModel.create') === 0) await clock.advance(1_000);
    await training.detach();
    await store.save(training.id, copy);
    await clock.advance(ms);
    return training.id;
  }

  test.each([1_000, 30_000, 600_000])('leads to no second one, after %i ms', async (ms) => {
    const world = createWorld();
    const resumed = await resumeTraining(await restored(world, ms), world.run);
    const { id, credits } = await world.clock.run(resumed.result());
    expect({ id, credits }).toEqual({ id: world.sandbox.snapshot().models[0], credits: 100 });
    expect(world.sandbox.count('customModel.create')).toBe(1);
  });

  test('leads to none by itself when that create has failed, and to one by name', async () => {
    const world = createWorld();
    const { clock, sandbox, run } = world;
    sandbox.faults.add({ operation: 'customModel.create', kind: 'fail-task', failReason: 'Moderation.' });
    const id = await restored(world, 600_000);
    for (let tries = 0; tries < 2; tries++) {
      const plain = await resumeTraining(id, run);
      await expect(clock.run(plain.result())).rejects.toMatchObject({ code: 'training_failed', failReason: 'Moderation.' });
    }
    expect(sandbox.count('customModel.create')).toBe(1);
    const renamed = await resumeTraining(id, { ...run, name: 'v6Pro b' });
    await expect(clock.run(renamed.result())).resolves.toMatchObject({ name: 'v6Pro b', credits: 200 });
  });

  test.each<Omit<FaultRule, 'operation'>>([
    { kind: 'status', status: 500 },
    { kind: 'status', status: 403 },
    { kind: 'html', status: 404 },
    { kind: 'status', status: 404, body: '404 page not found' },
  ])('leads to none while the session cannot be polled: %j', async (rule) => {
    const world = createWorld();
    const { clock, sandbox, run } = world;
    const id = await restored(world, 600_000);
    const stop = sandbox.faults.add({ operation: 'tasks.get', ...rule, times: Number.POSITIVE_INFINITY });
    const blind = await resumeTraining(id, run);
    await expect(clock.run(blind.result())).rejects.toMatchObject({ resumeId: id });
    expect(sandbox.count('customModel.create')).toBe(1);
    stop();
    const resumed = await resumeTraining(id, run);
    await clock.run(resumed.result());
    expect(sandbox.count('customModel.create')).toBe(1);
  });
});

describe('a create that never left', () => {
  test('is sent again until the server is there', async () => {
    const world = createWorld();
    world.sandbox.faults.add({ operation: 'customModel.create', kind: 'refused', times: 9 });
    const { code, training } = await outcome(world);
    expect(code).toBe('done');
    expect(training.state.creates.map(({ outcome }) => outcome)).toEqual(['not-accepted', 'not-accepted', 'succeeded']);
    expect(world.sandbox.credits.charged).toBe(100);
  });

  test('is given up after five minutes, and can be resumed', async () => {
    const world = createWorld();
    const stop = world.sandbox.faults.add({ operation: 'customModel.create', kind: 'refused', times: Number.POSITIVE_INFINITY });
    const { code, training } = await outcome(world);
    expect(code).toBe('connection_failed');
    stop();
    const resumed = await resumeTraining(training.id, world.run);
    await world.clock.run(resumed.result());
    expect(world.sandbox.credits.charged).toBe(100);
  });
});

describe('a session that cannot be polled before create', () => {
  test('is created on after a resume with resendCreate', async () => {
    const world = createWorld();
    const { clock, sandbox, run, start } = world;
    const save = async (id: string, text: string): Promise<void> => {
      if (JSON.parse(text).baseline) throw new Error('crash');
      await world.store.save(id, text);
    };
    const training = await startTraining({ ...start, store: { ...world.store, save } });
    await expect(clock.run(training.result())).rejects.toThrow('crash');
    const isSession = ({ query }: { query: Record<string, unknown> }): boolean =>
      query.taskId === training.state.sessionId && sandbox.credits.charged === 0;
    sandbox.faults.add({ operation: 'tasks.get', kind: 'status', status: 403, times: 1_000, match: isSession });
    const plain = await resumeTraining(training.id, run);
    await expect(clock.run(plain.result())).rejects.toMatchObject({ code: 'permission_denied' });
    expect(sandbox.credits.charged).toBe(0);
    const confirmed = await resumeTraining(training.id, { ...run, resendCreate: true });
    await clock.run(confirmed.result());
    expect(sandbox.credits.charged).toBe(100);
  });

  test.each([500, 403, 404, 400, 501])('is created on all the same in the run that prepared it: HTTP %i', async (status) => {
    for (const lost of [false, true]) {
      const world = createWorld();
      const isSession = (id: unknown): boolean => world.sandbox.snapshot().sessions.some(({ sessionId }) => sessionId === id);
      const stop = world.sandbox.faults.add({
        operation: 'tasks.get',
        kind: 'status',
        status,
        times: Number.POSITIVE_INFINITY,
        match: ({ query }) => isSession(query.taskId) && world.sandbox.credits.charged === 0,
      });
      if (lost) world.sandbox.faults.add({ operation: 'customModel.create', kind: 'reset', when: 'after' });
      const { code } = await outcome(world);
      stop();
      expect(code).toBe('done');
      expect(world.sandbox.credits.charged).toBe(100);
    }
  });
});

describe('a session that never shows before it was created on', () => {
  /** Breaks every poll of a session until a create was charged. */
  function hideSessions({ sandbox }: World): void {
    const isSession = (id: unknown): boolean => sandbox.snapshot().sessions.some(({ sessionId }) => sessionId === id);
    const match: FaultRule['match'] = ({ query }) => isSession(query.taskId) && sandbox.credits.charged === 0;
    sandbox.faults.add({ operation: 'tasks.get', kind: 'status', status: 500, times: Number.POSITIVE_INFINITY, match });
  }

  test('is created on after creates that never left', async () => {
    const world = createWorld();
    hideSessions(world);
    world.sandbox.faults.add({ operation: 'customModel.create', kind: 'refused', times: 9 });
    expect((await outcome(world)).code).toBe('done');
    expect(world.sandbox.credits.charged).toBe(100);
  });

  test.each<Omit<FaultRule, 'operation'>>([
    { kind: 'refused', times: Number.POSITIVE_INFINITY },
    { kind: 'reset', when: 'before' },
  ])('is created on after a resume with resendCreate, and not without: %j', async (rule) => {
    const world = createWorld();
    const { clock, sandbox, run } = world;
    hideSessions(world);
    const stop = sandbox.faults.add({ operation: 'customModel.create', ...rule });
    const { training } = await outcome(world);
    stop();
    const plain = await resumeTraining(training.id, run);
    await expect(clock.run(plain.result())).rejects.toMatchObject({ code: 'server_error' });
    expect(sandbox.credits.charged).toBe(0);
    const confirmed = await resumeTraining(training.id, { ...run, resendCreate: true });
    await clock.run(confirmed.result());
    expect(sandbox.credits.charged).toBe(100);
  });
});

describe('a create that the API refuses', () => {
  test('is not sent again but under a name given for it', async () => {
    const world = createWorld({ switches: { longName: 'refused' } });
    const { code, error, training } = await outcome(world, { name: 'a name of more than sixteen characters' });
    expect(code).toBe('validation_failed');
    expect(error).toMatchObject({ resumeId: training.id, charged: 'no' });
    const again = await resumeTraining(training.id, world.run);
    await expect(world.clock.run(again.result())).rejects.toMatchObject({ code: 'validation_failed', resumeId: training.id });
    expect(world.sandbox.count('customModel.create')).toBe(1);
    const renamed = await resumeTraining(training.id, { ...world.run, name: 'short' });
    await expect(world.clock.run(renamed.result())).resolves.toMatchObject({ name: 'short', credits: 100 });
    expect(world.sandbox.count('customModel.prepare')).toBe(1);
    expect(world.sandbox.count('customModel.upload')).toBe(6);
  });

  test('for want of credits is sent again by a plain resume', async () => {
    const world = createWorld({ credits: 20 });
    const { code, training } = await outcome(world);
    expect(code).toBe('insufficient_credits');
    world.sandbox.credits.balance = 500;
    const again = await resumeTraining(training.id, world.run);
    await world.clock.run(again.result());
    expect(world.sandbox.credits.charged).toBe(100);
  });
});

describe('a training that fails', () => {
  test.each([
    { staleFailedMs: 60_000 },
    { staleFailedMs: 240_000, createCommitDelayMs: 30_000, sessionCreatedAt: 'prepare' },
    { createAfterFailure: 'free', refundOnFailure: true },
  ] satisfies Partial<SandboxSwitches>[])(
    'is tried again by name only, and the old failure is not believed: %j',
    async (switches) => {
      const world = createWorld({ switches });
      world.sandbox.faults.add({ operation: 'customModel.create', kind: 'fail-task', failReason: 'Moderation.', failCode: 4100 });
      const { code, error, training } = await outcome(world);
      expect(code).toBe('training_failed');
      expect(error).toMatchObject({ failReason: 'Moderation.', failCode: 4100, resumeId: training.id });
      const plain = await resumeTraining(training.id, world.run);
      await expect(world.clock.run(plain.result())).rejects.toMatchObject({ code: 'training_failed' });
      const again = await resumeTraining(training.id, { ...world.run, name: 'v6Pro' });
      await world.clock.run(again.result());
      expect(again.state.creates.map(({ outcome }) => outcome)).toEqual(['failed', 'succeeded']);
      expect(world.sandbox.count('customModel.create')).toBe(2);
    },
  );

  test('finds its second create when the response to that one is lost', async () => {
    const world = createWorld({ switches: { staleFailedMs: 30_000 } });
    world.sandbox.faults.add({ operation: 'customModel.create', kind: 'fail-task' });
    const { training } = await outcome(world);
    world.sandbox.faults.add({ operation: 'customModel.create', kind: 'reset', when: 'after' });
    const again = await resumeTraining(training.id, { ...world.run, name: 'v6Pro' });
    await world.clock.run(again.result());
    expect(world.sandbox.count('customModel.create')).toBe(2);
  });
});

describe('clocks', () => {
  test('the charge of a failed attempt is not taken for one of the next', async () => {
    const world = createWorld({ switches: { serverClockSkewMs: 86_400_000 } });
    world.sandbox.faults.add({ operation: 'customModel.create', kind: 'fail-task' });
    const { training } = await outcome(world);
    world.sandbox.faults.add({ operation: 'customModel.create', kind: 'reset', when: 'before' });
    const again = await resumeTraining(training.id, { ...world.run, name: 'v6Pro' });
    await world.clock.run(again.result());
    expect(again.state.creates.map(({ outcome, knownFrom }) => [outcome, knownFrom])).toEqual([
      ['failed', 'session'],
      ['not-accepted', 'ledger'],
      ['succeeded', 'session'],
    ]);
    expect(world.sandbox.credits.charged).toBe(200);
  });

  test.each([-7_200_000, 7_200_000])(
    'where no response gives the server’s time, a clock %i ms off does no harm',
    async (serverClockSkewMs) => {
      for (const when of ['before', 'after'] as const) {
        const world = createWorld({ switches: { serverClockSkewMs, createCommitDelayMs: 30_000 } });
        world.sandbox.faults.add({ operation: 'customModel.create', kind: 'reset', when });
        const { fetch: send, apiKey, baseUrl } = world.sandbox;
        const client = createClient({
          apiKey,
          baseUrl,
          usageBaseUrl: baseUrl,
          clock: world.clock,
          fetch: async (url, init) => {
            const response = await send(url, init);
            const headers = new Headers(response.headers);
            headers.delete('date');
            return new Response(response.body, { status: response.status, headers });
          },
        });
        const { code, training } = await outcome({ ...world, start: { ...world.start, client } });
        expect(training.state.skewMs).toBeUndefined();
        expect(code).toBe('done');
        expect(world.sandbox.credits.charged).toBe(100);
      }
    },
  );
});

async function outcome(world: World, options: { name?: string } = {}) {
  const training = await startTraining({ ...world.start, ...options });
  return world.clock.run(
    training.result().then(
      () => ({ code: 'done', error: undefined, training }),
      (error: Error & { code: string }) => ({ code: error.code, error, training }),
    ),
  );
}

function nameOf(body: unknown): unknown {
  return (body as { name?: unknown }).name;
}
