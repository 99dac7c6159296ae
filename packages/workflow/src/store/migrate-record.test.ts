import { expect, test } from 'vitest';
import { migrateRecord } from './migrate-record.ts';

const snapshot = { at: 1, status: 'ready' };

test('version 1 gets the names of version 2, and keeps everything else', () => {
  const old = {
    version: 1,
    id: 'a',
    before: snapshot,
    consent: { at: 2 },
    creates: [
      { name: 'a', before: snapshot, seen: snapshot, moved: true, answer: { before: 1 }, since: 3, evidence: 'answer' },
      { name: 'b', evidence: 'status' },
      { name: 'c', evidence: 'never-sent' },
      { name: 'd', evidence: 'ledger' },
    ],
    later: { consent: true },
  };
  const text = JSON.stringify(old);
  expect(migrateRecord(old)).toEqual({
    version: 2,
    id: 'a',
    baseline: snapshot,
    confirmation: { at: 2 },
    creates: [
      {
        name: 'a',
        baseline: snapshot,
        lastSnapshot: snapshot,
        sessionChanged: true,
        response: { before: 1 },
        outcomeAt: 3,
        knownFrom: 'response',
      },
      { name: 'b', knownFrom: 'session' },
      { name: 'c', knownFrom: 'never-sent' },
      { name: 'd', knownFrom: 'ledger' },
    ],
    later: { consent: true },
  });
  expect(JSON.stringify(old)).toBe(text);
});

test.each([{}, { version: 2, before: 1 }, { version: 3 }, { version: '1', before: 1 }, { version: 0 }])(
  '%j is left as it is',
  (record) => {
    expect(migrateRecord(record)).toBe(record);
  },
);

test('what is broken stays broken, for the check that follows', () => {
  expect(migrateRecord({ version: 1, creates: [null, 'x'], toString: 1 })).toEqual({
    version: 2,
    creates: [null, 'x'],
    toString: 1,
  });
  expect(migrateRecord({ version: 1, creates: 7 })).toEqual({ version: 2, creates: 7 });
});
