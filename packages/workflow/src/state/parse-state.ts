import { StateError } from '../errors/workflow-errors.ts';
import { STATE_VERSION, type TrainingState } from './training-state.ts';

/** Says what is wrong with a value, or nothing. */
type Check = (value: unknown) => string | undefined;
type Fields = Record<string, unknown>;

const is =
  (type: 'string' | 'number' | 'boolean'): Check =>
  (value) =>
    typeof value === type && value !== '' ? undefined : `is no ${type}`;
const text = is('string');
const number = is('number');
/** The server's words. A record holds them as they came, so whatever comes must be readable again. */
const words: Check = (value) => (['string', 'number', 'undefined'].includes(typeof value) ? undefined : 'is no text');
const oneOf =
  (...known: unknown[]): Check =>
  (value) =>
    known.includes(value) ? undefined : 'has a value that this release does not know';
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? undefined : check(value);
const list =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return 'is no list';
    const problems = value.map(check);
    const index = problems.findIndex((problem) => problem !== undefined);
    return index < 0 ? undefined : `[${index}] ${problems[index]}`;
  };
const record =
  (fields: Record<string, Check>): Check =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is no record';
    for (const [name, check] of Object.entries(fields)) {
      const problem = check((value as Fields)[name]);
      if (problem !== undefined) return `.${name} ${problem}`;
    }
    return undefined;
  };

/** What a record of this version looks like. */
function stateCheck(): Check {
  const failure = { failReason: words, failCode: words };
  const look = record({
    at: number,
    status: text,
    createdAt: words,
    finishAt: words,
    modelId: optional(text),
    ...failure,
  });
  const upload = record({
    audioUrl: text,
    status: oneOf('waiting', 'sent', 'running', 'retrying', 'done', 'failed'),
    attempt: number,
    sentAt: optional(number),
    taskId: optional(text),
    taskStatus: optional(text),
    clipId: optional(text),
    ...failure,
  });
  const create = record({
    name: text,
    clipIds: list(text),
    intendedAt: number,
    skewMs: optional(number),
    outcome: oneOf('intended', 'outcome-unknown', 'accepted', 'refused', 'not-accepted', 'failed', 'succeeded'),
    taskId: optional(text),
    since: optional(number),
    evidence: optional(oneOf('answer', 'never-sent', 'status', 'ledger')),
    before: look,
    seen: optional(look),
    moved: optional(is('boolean')),
    ledger: optional(record({ at: number, finding: oneOf('none', 'charged', 'unavailable'), charges: number })),
    problem: optional(record({ code: text, message: words })),
  });
  return record({
    version: oneOf(STATE_VERSION),
    id: text,
    baseUrl: text,
    name: text,
    minClips: number,
    createdAt: number,
    updatedAt: number,
    sessionId: optional(text),
    uploads: list(upload),
    creates: list(create),
    before: optional(look),
    skewMs: optional(number),
    consent: optional(record({ at: number })),
    resumedAt: optional(number),
    model: optional(record({ id: text, at: number })),
  });
}

/** How to bring a record of an older version one version further. Every version ever released stays here. */
const migrations: Record<number, (old: Fields) => Fields> = {};

/**
 * Reads a saved record, of this version or an older one. Throws `StateError` for anything else.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { memoryStore, parseState, startTraining } from '@mountsea-suno/workflow';
 *
 * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
 * const store = memoryStore();
 * const { id, detach } = await startTraining({ client: createClient(), store, name: 'v6Pro', audioUrls, pollIntervalMs: 50 });
 * await detach();
 * console.log(parseState(id, (await store.load(id)) ?? '').uploads.length); // 6
 * ```
 */
export function parseState(id: string, saved: string): TrainingState {
  const refuse = (problem: string): StateError => new StateError(id, problem);
  let value: unknown;
  try {
    value = JSON.parse(saved);
  } catch {
    throw refuse('it is not JSON, or cut off.');
  }
  let fields = Object(value) as Fields;
  while (typeof fields.version === 'number' && migrations[fields.version])
    fields = migrations[fields.version]?.(fields) ?? fields;
  if (fields.version !== STATE_VERSION)
    throw refuse(`it is of version ${JSON.stringify(fields.version)}, and this release reads ${STATE_VERSION}.`);
  const problem = stateCheck()(fields) ?? contradiction(id, fields as unknown as TrainingState);
  if (problem !== undefined) throw refuse(`it ${problem}.`);
  return fields as unknown as TrainingState;
}

/** What cannot be true of one training. Above all, a clip that was not uploaded into its session. */
function contradiction(id: string, { id: savedId, sessionId, uploads, creates }: TrainingState): string | undefined {
  if (savedId !== id) return `is the record of ${savedId}`;
  const clips = uploads.flatMap(({ clipId }) => clipId ?? []);
  if (new Set(clips).size < clips.length) return 'uses one clip for two files';
  if (sessionId === undefined && (clips.length > 0 || creates.length > 0)) return 'has clips without a session';
  if (creates.some((attempt) => attempt.clipIds.some((clip) => !clips.includes(clip))))
    return 'creates from a clip of another session';
  if (uploads.some(({ status, clipId }) => status === 'done' && clipId === undefined))
    return 'has a finished file without a clip';
  return undefined;
}
