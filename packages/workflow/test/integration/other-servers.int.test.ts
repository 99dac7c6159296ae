import { createClient } from '@mountsea-suno/client';
import { createVirtualClock } from '@mountsea-suno/sandbox';
import { expect, test } from 'vitest';
import { parseState, startTraining, type TrainingEvent } from '../../src/index.ts';
import { songs } from '../support/world.ts';

const modelId = 'chirp-custom:11111111-2222-4333-8444-555555555555';

// Servers that speak the published API in the plainest way: no usage API, no Date header, tasks done at once.
const sessions: Record<string, (created: boolean) => Response> = {
  'shows the model even before create': () => task('success', { id: modelId }),
  'does not know a session before create': (created) =>
    created ? task('success', [{ model: modelId }]) : Response.json({}, { status: 404 }),
  'breaks on a session before create': (created) =>
    created ? task('success', { id: modelId }) : new Response('oops', { status: 500 }),
  'says running before create': (created) => (created ? task('success', { model_id: modelId }) : task('running')),
  'says success without anything before create': (created) => task('success', created ? { id: modelId } : undefined),
};

test.each(Object.entries(sessions))('a server that %s is trained on, with one create', async (_, session) => {
  const { training, calls, clock } = await begin(session);
  await expect(clock.run(training.result())).resolves.toMatchObject({ id: modelId, credits: 100 });
  expect(calls).toEqual({ uploads: 6, creates: 1 });
});

test.each(['ready', 'success'])(
  'a task that succeeds without a model id is reported once, where it read %s before',
  async (idle) => {
    let polls = 0;
    const afterwards = ['running', 'success', 'running'];
    const { training, calls, clock } = await begin((created) => task(created ? (afterwards[polls++] ?? 'success') : idle));
    const warnings: TrainingEvent[] = [];
    const listening = (async () => {
      for await (const event of training.events()) if (event.type === 'warning') warnings.push(event);
    })();
    await expect(clock.run(training.result())).rejects.toMatchObject({
      code: 'deadline_passed',
      message: expect.stringContaining('the session reads success, and no model id was found in it') as string,
    });
    await listening;
    expect(warnings).toMatchObject([{ code: 'model_missing' }]);
    expect(training.state.creates.at(-1)?.response).toMatchObject({ taskId: 'any', status: 'success' });
    expect(calls.creates).toBe(1);
  },
);

test('the response of a success without a model is in the record but not in an error, which may be logged', async () => {
  const signed = { file: 'https://e.com/1.wav?X-Amz-Signature=hush' };
  const { training, clock } = await begin(
    (created) => (created ? task('success', signed) : task('ready')),
    () => Promise.reject(new TypeError('fetch failed')),
  );
  const error: unknown = await clock.run(training.result()).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'create_outcome_unknown', state: { creates: [{ lastSnapshot: { status: 'success' } }] } });
  expect(JSON.stringify(error)).not.toContain('hush');
  expect(training.state.creates.at(-1)?.response).toMatchObject({ data: signed });
});

test('the response of a success without a model is removed when another status follows', async () => {
  let polls = 0;
  const { training, clock } = await begin((created) =>
    task(created && polls++ < 1 ? 'success' : created ? 'failed' : 'ready', { note: 'no model' }),
  );
  await expect(clock.run(training.result())).rejects.toMatchObject({ code: 'training_failed' });
  expect(polls).toBe(2);
  expect(training.state.creates.at(-1)?.response).toBeUndefined();
});

test('a response of any length is read, but only a bounded one is kept', async () => {
  const { training, clock } = await begin((created) =>
    task(created ? 'success' : 'ready', { id: created ? modelId : '', lyrics: 'la '.repeat(50_000) }),
  );
  await expect(clock.run(training.result())).resolves.toMatchObject({ id: modelId, task: undefined });
  const text = JSON.stringify(training.state);
  expect(text.length).toBeLessThan(10_000);
  expect(parseState(training.id, text).model?.id).toBe(modelId);
});

/** Starts a training at a server with the given sessions and the given response to a create. */
async function begin(session: (created: boolean) => Response, answerCreate = async () => Response.json({ taskId: 'session' })) {
  const clock = createVirtualClock();
  const calls = { uploads: 0, creates: 0 };
  const fetch = async (url: string): Promise<Response> => {
    const { pathname, searchParams } = new URL(url);
    if (pathname.endsWith('/prepare')) return Response.json({ sessionId: 'session' }, { status: 201 });
    if (pathname.endsWith('/upload')) return Response.json({ taskId: `task-${++calls.uploads}` }, { status: 201 });
    if (pathname.endsWith('/create')) {
      calls.creates += 1;
      return answerCreate();
    }
    const taskId = searchParams.get('taskId');
    return taskId === 'session' ? session(calls.creates > 0) : task('success', { id: `clip-of-${taskId}` });
  };
  const client = createClient({ apiKey: 'k', baseUrl: 'http://127.0.0.1:1', fetch, clock });
  const training = await startTraining({ client, clock, name: 'v6Pro', audioUrls: songs });
  return { training, calls, clock };
}

function task(status: string, data?: unknown): Response {
  return Response.json({ taskId: 'any', status, createdAt: '2026-01-01T00:00:00.000Z', data });
}
