import { describe, expect, it } from 'vitest';
import { UsageError } from '../errors.ts';
import { switchesOf } from './sandbox.ts';

describe('switchesOf', () => {
  it('reads values of every kind, the last of a name counts', async () => {
    expect(
      await switchesOf([
        'ledger=absent',
        'ledger=lagging',
        'refundOnFailure=true',
        'refusalStatus=409',
        'serverClockSkewMs=-5',
        'extraStatus=a=b',
      ]),
    ).toEqual({ ledger: 'lagging', refundOnFailure: true, refusalStatus: 409, serverClockSkewMs: -5, extraStatus: 'a=b' });
  });

  it.each([
    ['ledger', '--switch takes name=value, not "ledger"'],
    ['legder=absent', 'There is no switch "legder"; there are sessionStatusBeforeCreate, '],
    ['constructor=x', 'There is no switch'],
    ['ledger=gone', 'The switch ledger takes immediate, absent, lagging; not "gone"'],
    ['staleFailedMs=', 'The switch staleFailedMs takes a number of ms, not negative; not ""'],
    ['refundOnFailure=yes', 'The switch refundOnFailure takes false, true; not "yes"'],
  ])('%s is refused', async (text, message) => {
    await expect(switchesOf([text])).rejects.toThrow(UsageError);
    await expect(switchesOf([text])).rejects.toThrow(message);
  });
});
