import { describe, expect, test } from 'vitest';
import type { CreateAttempt, SessionLook, TrainingState, UploadState } from '../state/training-state.ts';
import { apply } from './apply.ts';
import { decide, PATIENCE_MS, SETTLE_MS } from './decide.ts';
import type { Outcome } from './outcome.ts';
import { takeOver } from './take-over.ts';

const start = 1_800_000_000_000;
const fresh: TrainingState = {
  version: 1,
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
const before: SessionLook = { at: start, status: 'ready' };
const attempt: CreateAttempt = {
  name: 'v6Pro',
  clipIds: ['c0'],
  intendedAt: start,
  outcome: 'outcome-unknown',
  since: start,
  before,
};
const unknown: TrainingState = { ...uploaded, creates: [attempt] };
const settled = start + SETTLE_MS;

const types = (state: TrainingState, now = start): string[] => decide(state, now).map(({ type }) => type);
const after = (state: TrainingState, ...outcomes: Outcome[]): TrainingState => outcomes.reduce(apply, state);

describe('the chain', () => {
  test('prepare, then every upload, then a look, the intent, and only then create', () => {
    expect(types(fresh)).toEqual(['prepare']);
    const prepared = after(fresh, { type: 'prepared', at: start, sessionId: 's' });
    expect(types(prepared)).toEqual(Array(6).fill('upload'));
    const looking = { ...prepared, uploads: prepared.uploads.map(done) };
    expect(types(looking)).toEqual(['look']);
    const looked = after(looking, { type: 'session-seen', at: start, look: before, task: null });
    expect(types(looked)).toEqual(['intend']);
    const intended = after(looked, { type: 'create-intended', at: start });
    expect(decide(intended, start)).toMatchObject([{ type: 'create', clipIds: ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'] }]);
    expect(types(after(intended, { type: 'create-answered', at: start, outcome: 'accepted', taskId: 's' }))).toEqual([
      'watch-create',
    ]);
  });

  test('a session that trains, though the record that was taken up knows of no create, is looked into', () => {
    const running: Outcome = { type: 'session-seen', at: start, look: { at: start, status: 'running' }, task: null };
    const older = after(takeOver(uploaded, { at: start }), running);
    expect(decide(older, start)).toMatchObject([{ type: 'watch-create', until: settled }]);
    const since = uploaded.createdAt - 86_400_000;
    const seen: Outcome = { ...running, at: settled, look: { at: settled, status: 'running' } };
    expect(decide(after(older, seen), settled)).toEqual([{ type: 'read-ledger', since }]);
    expect(types(after(uploaded, running))).toEqual(['intend']);
  });

  test('a session that has a model is not created on again, and one with some other id is looked into', () => {
    const uuid = '11111111-2222-4333-8444-555555555555';
    const id = `chirp-custom:${uuid}`;
    const look = (modelId: string): Outcome => ({
      type: 'session-seen',
      at: start,
      look: { at: start, status: 'success', modelId },
      task: null,
    });
    const failed: TrainingState = { ...uploaded, creates: [{ ...attempt, outcome: 'not-accepted' }] };
    expect(after(failed, look(id)).model?.id).toBe(id);
    expect(types(after(failed, look(uuid)))).toEqual(['watch-create']);
    expect(types(after(takeOver(uploaded, { at: start }), look(uuid)))).toEqual(['watch-create']);
    expect(types(after(uploaded, look(id)))).toEqual(['intend']);
    expect(after(takeOver(uploaded, { at: start }), look(id)).model?.id).toBe(id);
    // After a create, an id that was not there before is the model's; after one that was accepted, so is one in full.
    const silent = { ...attempt, before: { at: start, status: 'success', modelId: id } };
    expect(after({ ...unknown, creates: [silent] }, look(id)).model).toBeUndefined();
    expect(after({ ...unknown, creates: [silent] }, look(uuid)).model?.id).toBe(id);
    expect(after({ ...unknown, creates: [{ ...silent, outcome: 'accepted', evidence: 'answer' }] }, look(id)).model?.id).toBe(id);
  });

  test('a session that shows a failed create of which the record does not know takes the word of the owner', () => {
    const failure: SessionLook = { at: start, status: 'failed', failReason: 'Moderation.', finishAt: '2027-01-15T08:00:00Z' };
    const look: Outcome = { type: 'session-seen', at: start, look: failure, task: null };
    expect(types(after(uploaded, look))).toEqual(['intend']);
    for (const older of [uploaded, { ...uploaded, creates: [{ ...attempt, outcome: 'not-accepted' as const }] }]) {
      const failed = after(takeOver(older, { at: start }), look);
      expect(decide(failed, start)).toMatchObject([{ type: 'fail', reason: 'training_failed' }]);
      expect(decide(takeOver(failed, { at: start }), start)).toMatchObject([{ type: 'fail', reason: 'training_failed' }]);
      const consented = takeOver(failed, { at: start, name: 'v6Pro' });
      expect(types(consented)).toEqual(['look']);
      expect(types(after(consented, look))).toEqual(['intend']);
    }
    // The failure that an attempt was compared with is not one of a later create.
    const known = { ...attempt, outcome: 'not-accepted' as const, before: failure };
    expect(types(after(takeOver({ ...uploaded, creates: [known] }, { at: start }), look))).toEqual(['intend']);
  });

  test('a name is no word to create on a session that may be under way, and resendCreate is', () => {
    const record: TrainingState = { ...uploaded, creates: [{ ...attempt, outcome: 'not-accepted' }] };
    const dreaming: Outcome = { type: 'session-seen', at: start, look: { at: start, status: 'dreaming' }, task: null };
    const resume = (word: { name?: string; resendCreate?: boolean }) =>
      types(after(takeOver(record, { at: start, ...word }), dreaming));
    expect(resume({ name: 'v6Pro b' })).toEqual(['watch-create']);
    expect(resume({ resendCreate: true })).toEqual(['intend']);
  });

  test('what a session shows that was never created on is no create', () => {
    const seen = (status: string): Outcome => ({ type: 'session-seen', at: start, look: { at: start, status }, task: null });
    const resumed = takeOver(uploaded, { at: start });
    for (const status of ['ready', 'success', 'awaiting', 'not-found'])
      expect(types(after(resumed, seen(status))), status).toEqual(['intend']);
    for (const status of ['queued', 'running', 'stream', 'dreaming'])
      expect(types(after(resumed, seen(status))), status).toEqual(['watch-create']);
    // A session of this run's own was created on by nobody else.
    const own = after(takeOver(fresh, { at: start }), { type: 'prepared', at: start, sessionId: 's' });
    expect(types(after({ ...own, uploads: uploaded.uploads }, seen('dreaming')))).toEqual(['intend']);
  });

  test('the record of an intent that another process finds is never created from', () => {
    const intended = after({ ...uploaded, before }, { type: 'create-intended', at: start });
    const taken = takeOver(intended, { at: start });
    expect(decide(taken, start)).toMatchObject([{ type: 'watch-create', until: settled + 120_000 }]);
  });

  test('an outcome that says nothing new gives the same record', () => {
    const accepted = after({
      ...unknown,
      creates: [{ ...attempt, outcome: 'accepted', seen: { at: 1, status: 'running' }, moved: true }],
    });
    expect(apply(accepted, { type: 'session-seen', at: 2, look: { at: 2, status: 'running' }, task: null })).toBe(accepted);
  });
});

describe('a create of which the outcome is unknown', () => {
  const silent = { ...attempt, seen: { ...before, at: settled } };
  const read = (finding: 'none' | 'charged' | 'unavailable'): Outcome => ({
    type: 'ledger-read',
    at: settled,
    reading: { at: settled, finding, charges: Number(finding === 'charged') },
  });

  test('is watched until it has had time to show, looked at once more, and then the ledger is read', () => {
    expect(decide(unknown, start)).toMatchObject([{ type: 'watch-create', until: settled }]);
    expect(types(unknown, settled - 1)).toEqual(['watch-create']);
    expect(types(unknown, settled)).toEqual(['look']);
    expect(types({ ...unknown, creates: [silent] }, settled)).toEqual(['read-ledger']);
  });

  test('is created again on proof alone', () => {
    const state = { ...unknown, creates: [silent] };
    expect(types(after(state, read('none')), settled)).toEqual(['look']);
    expect(types(after(state, read('unavailable')), settled)).toEqual(['fail']);
    expect(types(after(state, read('charged')), settled)).toEqual(['watch-create']);
    expect(types(after(state, read('charged')), settled + PATIENCE_MS)).toEqual(['fail']);
    const moved = { ...state, creates: [{ ...silent, moved: true }] };
    expect(types(after(moved, read('none')), settled)).toEqual(['fail']);
  });

  test('is created again by consent, for once', () => {
    const consented = takeOver(unknown, { at: settled, resendCreate: true });
    expect(types(consented, settled)).toEqual(['look']);
    const intended = after(
      consented,
      { type: 'session-seen', at: settled, look: before, task: null },
      { type: 'create-intended', at: settled },
    );
    expect(types(intended, settled)).toEqual(['create']);
    expect(types(takeOver(intended, { at: settled }), settled)).toEqual(['watch-create']);
  });

  test('is not created again when the last look shows that it was accepted after all', () => {
    const consented = takeOver(unknown, { at: settled, resendCreate: true });
    const running = after(consented, { type: 'session-seen', at: settled, look: { at: settled, status: 'running' }, task: null });
    expect(types(running, settled)).toEqual(['watch-create']);
    expect(running.consent).toBeUndefined();
  });

  test('is given its time by the server’s clock when another machine takes over', () => {
    const hour = 3_600_000;
    const elsewhere: TrainingState = { ...unknown, creates: [{ ...attempt, skewMs: 0 }], skewMs: -hour };
    expect(decide(elsewhere, start + hour + 1000)).toMatchObject([{ type: 'watch-create', until: settled + hour }]);
    expect(types(elsewhere, settled + hour)).toEqual(['look']);
  });

  test('is looked for in the ledger from its intent on, by the server’s clock, with a margin', () => {
    const since = (change: Partial<CreateAttempt>): unknown =>
      (decide({ ...unknown, creates: [{ ...silent, ...change }] }, settled)[0] as { since?: unknown }).since;
    expect(since({ skewMs: 5_000 })).toBe(start + 5_000 - 60_000);
    expect(since({})).toBe(start - 86_400_000);
    const failedBefore: SessionLook = { at: start, status: 'failed', finishAt: new Date(start - 30_000).toISOString() };
    expect(since({ skewMs: 0, before: failedBefore, seen: { ...failedBefore, at: settled } })).toBe(start - 30_000);
  });
});

test('a clip that two files would share counts for one of them', () => {
  const [first] = uploaded.uploads;
  const second: UploadState = { audioUrl: 'https://e.com/2', status: 'running', attempt: 1, taskId: 't' };
  const state = { ...uploaded, uploads: [first ?? second, second] };
  const seen = after(state, { type: 'upload-seen', at: start, index: 1, status: 'success', clipId: 'c0' });
  expect(seen.uploads[1]).toMatchObject({ status: 'retrying', failReason: expect.stringContaining('another file') as string });
});
