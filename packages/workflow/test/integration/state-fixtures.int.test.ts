import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@mountsea-suno/client';
import { createVirtualClock } from '@mountsea-suno/sandbox';
import { describe, expect, test } from 'vitest';
import {
  memoryStore,
  parseState,
  type ResumeTrainingOptions,
  removeTraining,
  resumeTraining,
  StateError,
  type TrainingState,
} from '../../src/index.ts';
import { fileStore } from '../../src/node.ts';

// Records as each version wrote them; `test/support/record-fixtures.ts` records those of the present one. They must resume for ever, so a file that was
// released is neither changed nor removed.
const folder = new URL('../fixtures/', import.meta.url);
const modelId = 'chirp-custom:11111111-2222-4333-8444-555555555555';

interface Expected {
  /** Whether a create was accepted when the record was written. */
  created?: boolean;
  options?: Partial<ResumeTrainingOptions>;
  /** 'done' or the code of the error. */
  ends: string;
  uploads: number;
  creates: number;
}
const training: Expected = { created: true, ends: 'done', uploads: 0, creates: 0 };
const untouched: Expected = { ends: 'done', uploads: 6, creates: 1 };
const uploaded: Expected = { ends: 'done', uploads: 0, creates: 1 };
const unknown: Expected = { ends: 'create_outcome_unknown', uploads: 0, creates: 0 };
const refused: Expected = { ends: 'validation_failed', uploads: 0, creates: 0 };
const failed: Expected = { ends: 'training_failed', uploads: 0, creates: 0 };
const uploadFailed: Expected = { ends: 'done', uploads: 1, creates: 1 };

const fixtures: Record<string, Expected> = {
  'v1-prepared': untouched,
  'v1-uploading': { ends: 'done', uploads: 1, creates: 1 },
  'v1-uploaded': uploaded,
  'v1-create-intended': unknown,
  'v1-create-accepted': training,
  'v1-create-unknown': unknown,
  'v1-create-refused': refused,
  'v1-no-credits': uploaded,
  'v1-training-failed': failed,
  'v1-upload-failed': uploadFailed,
  'v1-done': training,
  'v1-second-create': training,
  'v2-started': untouched,
  'v2-prepared': untouched,
  'v2-uploading': { ends: 'done', uploads: 0, creates: 1 },
  'v2-upload-retrying': { ends: 'done', uploads: 3, creates: 1 },
  'v2-upload-failed': uploadFailed,
  'v2-uploaded': uploaded,
  'v2-baseline': uploaded,
  'v2-create-intended': unknown,
  'v2-create-never-sent': uploaded,
  'v2-create-refused': refused,
  'v2-no-credits': uploaded,
  'v2-create-unknown': unknown,
  'v2-create-unknown-without-ledger': unknown,
  'v2-create-not-accepted': uploaded,
  'v2-create-accepted': training,
  'v2-training': training,
  'v2-model-missing': training,
  'v2-training-failed': failed,
  // The process died before it recorded the intent that was confirmed, so it takes another confirmation.
  'v2-confirmed': failed,
  'v2-second-create': training,
  'v2-resumed': training,
  'v2-done': training,
};
const decided: Record<string, Expected> = Object.fromEntries(
  ['v1', 'v2'].flatMap((version) => [
    [`${version}-create-intended`, training],
    [`${version}-create-unknown`, { ...uploaded, options: { resendCreate: true } }],
    [`${version}-create-refused`, { ...uploaded, options: { name: 'short' } }],
    [`${version}-training-failed`, { ...uploaded, options: { name: 'again' } }],
  ]),
);

test('every fixture is covered and can be read, and nothing that is in it gets lost', () => {
  const names = readdirSync(folder).map((name) => name.replace(/^state-(.*)\.json$/, '$1'));
  expect(names.sort()).toEqual(Object.keys(fixtures).sort());
  for (const name of names) {
    const saved = read(name);
    const state = parseState(saved.id, JSON.stringify(saved));
    if (saved.version === state.version) expect(state).toEqual(saved);
    else expect(valuesIn(state)).toEqual(valuesIn(saved));
    expect(parseState(saved.id, JSON.stringify(state))).toEqual(state);
  }
});

describe('resumes', () => {
  test.each(Object.entries(fixtures))('%s', (name, expected) => check(name, expected));
  test.each(Object.entries(decided))('%s, as its caller or the server decided', (name, expected) => check(name, expected));
});

test('a record that a newer release has saved is refused by name, and its file is kept as it is', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'newer-record-'));
  const saved = { ...read('v2-create-accepted'), version: 3, creates: 'in a form that nobody knows yet' };
  const file = join(directory, 'trainings', saved.id, 'training.json');
  const text = JSON.stringify(saved);
  const store = fileStore({ directory });
  await store.save(saved.id, text);
  const api = standIn(true);
  const client = createClient({ apiKey: 'key', baseUrl: saved.baseUrl, fetch: api.fetch });
  const error: unknown = await resumeTraining(saved.id, { client, store }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StateError);
  expect(error).toMatchObject({
    code: 'state_invalid',
    resumeId: saved.id,
    message: expect.stringContaining('a newer release saved it, in version 3') as string,
  });
  await expect(removeTraining(saved.id, { store })).rejects.toMatchObject({ code: 'state_invalid' });
  expect(await readFile(file, 'utf8')).toBe(text);
  expect(api.calls).toEqual({ uploads: 0, creates: 0 });
  await rm(directory, { recursive: true });
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
  return JSON.parse(readFileSync(new URL(`state-${name}.json`, folder), 'utf8')) as TrainingState;
}

/** The values in a record, sorted, without the version and what the migration renames. */
function valuesIn(record: object): string[] {
  const values = (value: unknown): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, inner]) => (/^(version|evidence|knownFrom)$/.test(name) ? [] : values(inner)))
      : [JSON.stringify(value)];
  return values(record).sort();
}

/** The smallest server that speaks the API: every upload succeeds, and a session is trained once it was created on. It has no ledger. */
function standIn(created: boolean) {
  const calls = { uploads: 0, creates: 0 };
  let trained = created;
  const answer = (path: string, taskId: string, body: string): unknown => {
    if (path.endsWith('/prepare')) return { sessionId: newSession };
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
const newSession = 'new-session';
const sessions = new Set([newSession, ...Object.keys(fixtures).map((name) => read(name).sessionId)]);
