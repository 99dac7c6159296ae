import { readdirSync, readFileSync } from 'node:fs';
import { createClient } from '@mountsea-suno/client';
import { createVirtualClock } from '@mountsea-suno/sandbox';
import { describe, expect, test } from 'vitest';
import { memoryStore, parseState, type ResumeTrainingOptions, resumeTraining, type TrainingState } from '../src/index.ts';

// Records as each release wrote them. They must resume for ever: a file here is never changed, and none is removed.
const folder = new URL('fixtures/', import.meta.url);
const modelId = 'chirp-custom:11111111-2222-4333-8444-555555555555';

interface Expected {
  /** Whether a create was accepted when the record was written. */
  created?: boolean;
  options?: Partial<ResumeTrainingOptions>;
  /** 'done', or the code of the error. */
  ends: string;
  uploads: number;
  creates: number;
}
const fixtures: Record<string, Expected> = {
  prepared: { ends: 'done', uploads: 6, creates: 1 },
  uploading: { ends: 'done', uploads: 1, creates: 1 },
  uploaded: { ends: 'done', uploads: 0, creates: 1 },
  'create-intended': { ends: 'create_outcome_unknown', uploads: 0, creates: 0 },
  'create-accepted': { created: true, ends: 'done', uploads: 0, creates: 0 },
  'create-unknown': { ends: 'create_outcome_unknown', uploads: 0, creates: 0 },
  'create-refused': { ends: 'validation_failed', uploads: 0, creates: 0 },
  'no-credits': { ends: 'done', uploads: 0, creates: 1 },
  'training-failed': { ends: 'training_failed', uploads: 0, creates: 0 },
  'upload-failed': { ends: 'done', uploads: 1, creates: 1 },
  done: { created: true, ends: 'done', uploads: 0, creates: 0 },
  'second-create': { created: true, ends: 'done', uploads: 0, creates: 0 },
};
const decided: Record<string, Expected> = {
  'create-intended': { created: true, ends: 'done', uploads: 0, creates: 0 },
  'create-unknown': { options: { resendCreate: true }, ends: 'done', uploads: 0, creates: 1 },
  'create-refused': { options: { name: 'short' }, ends: 'done', uploads: 0, creates: 1 },
  'training-failed': { options: { name: 'again' }, ends: 'done', uploads: 0, creates: 1 },
};

test('every kept record is covered, and has been read', () => {
  const names = readdirSync(folder).map((name) => name.replace(/^state-v1-(.*)\.json$/, '$1'));
  expect(names.sort()).toEqual(Object.keys(fixtures).sort());
  for (const name of names) expect(parseState(read(name).id, JSON.stringify(read(name)))).toEqual(read(name));
});

describe('resumes', () => {
  test.each(Object.entries(fixtures))('%s', (name, expected) => check(name, expected));
  test.each(Object.entries(decided))('%s, as its owner or the server decided', (name, expected) => check(name, expected));
});

async function check(name: string, { created = false, options, ends, uploads, creates }: Expected): Promise<void> {
  const state = read(name);
  const api = standIn(created);
  const clock = createVirtualClock(state.updatedAt + 3_600_000);
  const store = memoryStore();
  await store.save(state.id, JSON.stringify(state));
  const client = createClient({ apiKey: 'key', baseUrl: state.baseUrl, fetch: api.fetch, clock });
  const training = await resumeTraining(state.id, { client, store, clock, ...options });
  const end = training.result().then(
    ({ id }) => (id === modelId || id === state.model?.id ? 'done' : id),
    ({ code }: { code: string }) => code,
  );
  expect(await clock.run(end)).toBe(ends);
  expect(api.calls).toEqual({ uploads, creates });
}

function read(name: string): TrainingState {
  return JSON.parse(readFileSync(new URL(`state-v1-${name}.json`, folder), 'utf8')) as TrainingState;
}

/** The least that speaks the API: every upload succeeds, and a session is trained once it was created on. No ledger. */
function standIn(created: boolean) {
  const calls = { uploads: 0, creates: 0 };
  let trained = created;
  const answer = (path: string, taskId: string, body: string): unknown => {
    if (path.endsWith('/upload')) return { taskId: `task-${++calls.uploads}` };
    if (path.endsWith('/create')) {
      calls.creates += 1;
      trained = true;
      return { taskId: (JSON.parse(body) as { sessionId: string }).sessionId };
    }
    const times = { createdAt: '2027-01-01T00:00:00.000Z', finishAt: '2027-01-01T00:02:00.000Z' };
    if (sessions.has(taskId))
      return trained ? { taskId, status: 'success', ...times, data: { id: modelId } } : { taskId, ...idle };
    return { taskId, status: 'success', ...times, data: { id: `clip-of-${taskId}` } };
  };
  return {
    calls,
    fetch: async (url: string, init: RequestInit): Promise<Response> => {
      const { pathname, searchParams } = new URL(url);
      return Response.json(answer(pathname, searchParams.get('taskId') ?? '', String(init.body)));
    },
  };
}

const idle = { status: 'ready', createdAt: '2026-01-01T00:00:00.000Z' };
const sessions = new Set(Object.keys(fixtures).map((name) => read(name).sessionId));
