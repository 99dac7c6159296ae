import { StateError } from '../errors/workflow-errors.ts';
import { STATE_VERSION, type TrainingState } from '../state/training-state.ts';
import { migrateRecord, type RecordFields } from './migrate-record.ts';

/**
 * Reads a saved record of this version or an older one.
 *
 * @throws StateError for anything else: text that is cut off, a record of a newer release, fields that contradict each other.
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
    throw refuse('it is not JSON, or it is cut off.');
  }
  const fields = migrateRecord(Object(value) as RecordFields);
  const { version } = fields;
  if (version !== STATE_VERSION) {
    const known = `this release reads versions up to ${STATE_VERSION}`;
    if (!(Number(version) > STATE_VERSION)) throw refuse(`its version is ${JSON.stringify(version)}, and ${known}.`);
    throw refuse(`a newer release saved it, in version ${version}, and ${known}. Update the package to resume it.`);
  }
  const problem = stateCheck()(fields) ?? contradiction(id, fields as unknown as TrainingState);
  if (problem !== undefined) throw refuse(`it ${problem}.`);
  return fields as unknown as TrainingState;
}

/** Says what is wrong with a value, or nothing. */
type Check = (value: unknown) => string | undefined;

/** What a record of the current version looks like. Fields that are not listed are let through: a later release may have added them. */
function stateCheck(): Check {
  const failure = { failReason: serverText, failCode: serverText };
  const snapshot = record({
    at: number,
    status: text,
    createdAt: serverText,
    finishAt: serverText,
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
    outcomeAt: optional(number),
    knownFrom: optional(oneOf('response', 'never-sent', 'session', 'ledger')),
    baseline: snapshot,
    lastSnapshot: optional(snapshot),
    sessionChanged: optional(is('boolean')),
    ledger: optional(record({ at: number, finding: oneOf('none', 'charged', 'unavailable'), charges: number })),
    problem: optional(record({ code: text, message: serverText })),
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
    baseline: optional(snapshot),
    skewMs: optional(number),
    confirmation: optional(record({ at: number })),
    resumedAt: optional(number),
    model: optional(record({ id: text, at: number })),
  });
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

const is =
  (type: 'string' | 'number' | 'boolean'): Check =>
  (value) =>
    typeof value === type && value !== '' ? undefined : `is not a ${type}`;
const text = is('string');
const number = is('number');
/** What a server said is recorded as it came, so a record of it must be readable whatever it was. */
const serverText: Check = (value) =>
  ['string', 'number', 'undefined'].includes(typeof value) ? undefined : 'is neither text nor a number';
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
    if (!Array.isArray(value)) return 'is not a list';
    const problems = value.map(check);
    const index = problems.findIndex((problem) => problem !== undefined);
    return index < 0 ? undefined : `[${index}] ${problems[index]}`;
  };
const record =
  (fields: Record<string, Check>): Check =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is not a record';
    for (const [name, check] of Object.entries(fields)) {
      const problem = check((value as RecordFields)[name]);
      if (problem !== undefined) return `.${name} ${problem}`;
    }
    return undefined;
  };
