import { describe, expect, test } from 'vitest';
import type { CreateAttempt, SessionSnapshot, TrainingState, UploadState } from '../state/training-state.ts';
import { apply } from './apply.ts';
import { CHARGED_WATCH_MS, decide, SETTLE_MS } from './decide.ts';
import type { Outcome } from './outcome.ts';
import { resumeState } from './resume-state.ts';

const start = 1_800_000_000_000;
const fresh: TrainingState = {
  version: 2,
  id: 'a',
  baseUrl: 'https://api.example.com',
  name: 'v6Pro',
  minClips: 6,
  createdAt: start,
  updatedAt: start,
  uploads: [1, 2, 3, 4, 5, 6].map((n) => ({ audioUrl: `https://e.com/${n}`, status: 'waiting', attempt: 0 })),
  creates: [],
};
const done = (upload: UploadState, index: number): UploadState => ({
  ...upload,
  status: 'done',
  attempt: 1,
  clipId: `c${index}`,
});
const uploaded: TrainingState = { ...fresh, sessionId: 's', uploads: fresh.uploads.map(done) };
const baseline: SessionSnapshot = { at: start, status: 'ready' };
const attempt: CreateAttempt = {
  name: 'v6Pro',
  clipIds: ['c0'],
  intendedAt: start,
  outcome: 'outcome-unknown',
  outcomeAt: start,
  baseline,
};
const unknown: TrainingState = { ...uploaded, creates: [attempt] };
const settled = start + SETTLE_MS;

const types = (state: TrainingState, now = start): string[] => decide(state, now).map(({ type }) => type);
const after = (state: TrainingState, ...outcomes: Outcome[]): TrainingState => outcomes.reduce(apply, state);

describe('the chain', () => {
  test('prepare, then every upload, then one poll of the session, the intent, and only then create', () => {
    expect(types(fresh)).toEqual(['prepare']);
    const prepared = after(fresh, { type: 'prepared', at: start, sessionId: 's' });
    expect(types(prepared)).toEqual(Array(6).fill('upload'));
    const allDone = { ...prepared, uploads: prepared.uploads.map(done) };
    expect(types(allDone)).toEqual(['read-session']);
    const polled = after(allDone, { type: 'session-polled', at: start, snapshot: baseline, task: null });
    expect(types(polled)).toEqual(['record-intent']);
    const intended = after(polled, { type: 'intent-recorded', at: start });
    expect(decide(intended, start)).toMatchObject([{ type: 'create', clipIds: ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'] }]);
    expect(types(after(intended, { type: 'create-call-ended', at: start, outcome: 'accepted', taskId: 's' }))).toEqual([
      'watch-create',
    ]);
  });

  test('where a session trains although the resumed record knows of no create, it is found out whether there was one', () => {
    const running: Outcome = { type: 'session-polled', at: start, snapshot: { at: start, status: 'running' }, task: null };
    const older = after(resumeState(uploaded, { at: start }), running);
    expect(decide(older, start)).toMatchObject([{ type: 'watch-create', until: settled }]);
    const since = uploaded.createdAt - 86_400_000;
    const seen: Outcome = { ...running, at: settled, snapshot: { at: settled, status: 'running' } };
    expect(decide(after(older, seen), settled)).toEqual([{ type: 'read-ledger', since }]);
    expect(types(after(uploaded, running))).toEqual(['record-intent']);
  });

  test('no create follows on a session that has a model; where it has another id, it is found out what that is', () => {
    const uuid = '11111111-2222-4333-8444-555555555555';
    const id = `chirp-custom:${uuid}`;
    const shows = (modelId: string): Outcome => ({
      type: 'session-polled',
      at: start,
      snapshot: { at: start, status: 'success', modelId },
      task: null,
    });
    const failed: TrainingState = { ...uploaded, creates: [{ ...attempt, outcome: 'not-accepted' }] };
    expect(after(failed, shows(id)).model?.id).toBe(id);
    expect(types(after(failed, shows(uuid)))).toEqual(['watch-create']);
    expect(types(after(resumeState(uploaded, { at: start }), shows(uuid)))).toEqual(['watch-create']);
    expect(types(after(uploaded, shows(id)))).toEqual(['record-intent']);
    expect(after(resumeState(uploaded, { at: start }), shows(id)).model?.id).toBe(id);
    // After a create, an id that was not there before belongs to the model; after an accepted one, so does any full id.
    const silent = { ...attempt, baseline: { at: start, status: 'success', modelId: id } };
    expect(after({ ...unknown, creates: [silent] }, shows(id)).model).toBeUndefined();
    expect(after({ ...unknown, creates: [silent] }, shows(uuid)).model?.id).toBe(id);
    expect(after({ ...unknown, creates: [{ ...silent, outcome: 'accepted', knownFrom: 'response' }] }, shows(id)).model?.id).toBe(
      id,
    );
  });

  test('where a session shows a failed create that the record does not know of, another create takes a confirmation', () => {
    const failure: SessionSnapshot = { at: start, status: 'failed', failReason: 'Moderation.', finishAt: '2027-01-15T08:00:00Z' };
    const shown: Outcome = { type: 'session-polled', at: start, snapshot: failure, task: null };
    expect(types(after(uploaded, shown))).toEqual(['record-intent']);
    for (const older of [uploaded, { ...uploaded, creates: [{ ...attempt, outcome: 'not-accepted' as const }] }]) {
      const failed = after(resumeState(older, { at: start }), shown);
      expect(decide(failed, start)).toMatchObject([{ type: 'fail', reason: 'training_failed' }]);
      expect(decide(resumeState(failed, { at: start }), start)).toMatchObject([{ type: 'fail', reason: 'training_failed' }]);
      const confirmed = resumeState(failed, { at: start, name: 'v6Pro' });
      expect(types(confirmed)).toEqual(['read-session']);
      expect(types(after(confirmed, shown))).toEqual(['record-intent']);
    }
    // A failure that was already in the baseline does not belong to a later create.
    const known = { ...attempt, outcome: 'not-accepted' as const, baseline: failure };
    expect(types(after(resumeState({ ...uploaded, creates: [known] }, { at: start }), shown))).toEqual(['record-intent']);
  });

  test('a name does not confirm a create on a session that may be in training, but resendCreate does', () => {
    const record: TrainingState = { ...uploaded, creates: [{ ...attempt, outcome: 'not-accepted' }] };
    const dreaming: Outcome = { type: 'session-polled', at: start, snapshot: { at: start, status: 'dreaming' }, task: null };
    const resume = (decision: { name?: string; resendCreate?: boolean }) =>
      types(after(resumeState(record, { at: start, ...decision }), dreaming));
    expect(resume({ name: 'v6Pro b' })).toEqual(['watch-create']);
    expect(resume({ resendCreate: true })).toEqual(['record-intent']);
  });

  test('the statuses of a session that was never created on do not count as a create', () => {
    const shows = (status: string): Outcome => ({
      type: 'session-polled',
      at: start,
      snapshot: { at: start, status },
      task: null,
    });
    const resumed = resumeState(uploaded, { at: start });
    for (const status of ['ready', 'success', 'awaiting', 'not-found'])
      expect(types(after(resumed, shows(status))), status).toEqual(['record-intent']);
    for (const status of ['queued', 'running', 'stream', 'dreaming'])
      expect(types(after(resumed, shows(status))), status).toEqual(['watch-create']);
    // Nobody else can have created on a session that this run has prepared.
    const own = after(resumeState(fresh, { at: start }), { type: 'prepared', at: start, sessionId: 's' });
    expect(types(after({ ...own, uploads: uploaded.uploads }, shows('dreaming')))).toEqual(['record-intent']);
  });

  test('no create is sent for an intent that another process has recorded', () => {
    const intended = after({ ...uploaded, baseline }, { type: 'intent-recorded', at: start });
    const taken = resumeState(intended, { at: start });
    expect(decide(taken, start)).toMatchObject([{ type: 'watch-create', until: settled + 120_000 }]);
  });

  test('an outcome that says nothing new gives the same state', () => {
    const accepted = after({
      ...unknown,
      creates: [{ ...attempt, outcome: 'accepted', lastSnapshot: { at: 1, status: 'running' }, sessionChanged: true }],
    });
    expect(apply(accepted, { type: 'session-polled', at: 2, snapshot: { at: 2, status: 'running' }, task: null })).toBe(accepted);
  });
});

describe('a create whose outcome is unknown', () => {
  const silent = { ...attempt, lastSnapshot: { ...baseline, at: settled } };
  const read = (finding: 'none' | 'charged' | 'unavailable'): Outcome => ({
    type: 'ledger-read',
    at: settled,
    reading: { at: settled, finding, charges: Number(finding === 'charged') },
  });

  test('is watched until it has had time to show and polled once more before the ledger is read', () => {
    expect(decide(unknown, start)).toMatchObject([{ type: 'watch-create', until: settled }]);
    expect(types(unknown, settled - 1)).toEqual(['watch-create']);
    expect(types(unknown, settled)).toEqual(['read-session']);
    expect(types({ ...unknown, creates: [silent] }, settled)).toEqual(['read-ledger']);
  });

  test('is only sent again on proof that it was not accepted', () => {
    const state = { ...unknown, creates: [silent] };
    expect(types(after(state, read('none')), settled)).toEqual(['read-session']);
    expect(types(after(state, read('unavailable')), settled)).toEqual(['fail']);
    expect(types(after(state, read('charged')), settled)).toEqual(['watch-create']);
    expect(types(after(state, read('charged')), settled + CHARGED_WATCH_MS)).toEqual(['fail']);
    const changed = { ...state, creates: [{ ...silent, sessionChanged: true }] };
    expect(types(after(changed, read('none')), settled)).toEqual(['fail']);
  });

  test('is sent again on a confirmation, which holds for one create', () => {
    const confirmed = resumeState(unknown, { at: settled, resendCreate: true });
    expect(types(confirmed, settled)).toEqual(['read-session']);
    const intended = after(
      confirmed,
      { type: 'session-polled', at: settled, snapshot: baseline, task: null },
      { type: 'intent-recorded', at: settled },
    );
    expect(types(intended, settled)).toEqual(['create']);
    expect(types(resumeState(intended, { at: settled }), settled)).toEqual(['watch-create']);
  });

  test('is not sent again when the last poll shows that it was accepted after all', () => {
    const confirmed = resumeState(unknown, { at: settled, resendCreate: true });
    const running = after(confirmed, {
      type: 'session-polled',
      at: settled,
      snapshot: { at: settled, status: 'running' },
      task: null,
    });
    expect(types(running, settled)).toEqual(['watch-create']);
    expect(running.confirmation).toBeUndefined();
  });

  test('is given its time by the server’s clock when another machine resumes it', () => {
    const hour = 3_600_000;
    const elsewhere: TrainingState = { ...unknown, creates: [{ ...attempt, skewMs: 0 }], skewMs: -hour };
    expect(decide(elsewhere, start + hour + 1000)).toMatchObject([{ type: 'watch-create', until: settled + hour }]);
    expect(types(elsewhere, settled + hour)).toEqual(['read-session']);
  });

  test('is searched for in the ledger from its intent on, by the server’s clock, with a margin', () => {
    const since = (change: Partial<CreateAttempt>): unknown =>
      (decide({ ...unknown, creates: [{ ...silent, ...change }] }, settled)[0] as { since?: unknown }).since;
    expect(since({ skewMs: 5_000 })).toBe(start + 5_000 - 60_000);
    expect(since({})).toBe(start - 86_400_000);
    const failedBefore: SessionSnapshot = { at: start, status: 'failed', finishAt: new Date(start - 30_000).toISOString() };
    expect(since({ skewMs: 0, baseline: failedBefore, lastSnapshot: { ...failedBefore, at: settled } })).toBe(start - 30_000);
  });
});

test('a clip that two files would share counts for only one of them', () => {
  const [first] = uploaded.uploads;
  const second: UploadState = { audioUrl: 'https://e.com/2', status: 'running', attempt: 1, taskId: 't' };
  const state = { ...uploaded, uploads: [first ?? second, second] };
  const seen = after(state, { type: 'upload-polled', at: start, index: 1, status: 'success', clipId: 'c0' });
  expect(seen.uploads[1]).toMatchObject({ status: 'retrying', failReason: expect.stringContaining('another file') as string });
});
