import { expect, test } from 'vitest';
import { createSandbox, defaultSwitches, parseSwitches, switchChoices } from './index.ts';

test('every switch has its choices, and its default is one of them', () => {
  expect(Object.keys(switchChoices)).toEqual(Object.keys(defaultSwitches));
  expect(parseSwitches({ ...defaultSwitches })).toEqual(defaultSwitches);
});

test.each([
  [{ legder: 'absent' }, 'There is no switch "legder"; there are sessionStatusBeforeCreate, '],
  [{ __proto__x: 1 }, 'There is no switch'],
  [{ constructor: 1 }, 'There is no switch "constructor"'],
  [{ ledger: 'gone' }, 'The switch ledger takes immediate, absent, lagging; not "gone"'],
  [{ staleFailedMs: -1 }, 'not negative'],
  [{ serverClockSkewMs: Number.NaN }, 'a number of ms'],
  [{ refundOnFailure: 'true' }, 'false, true'],
  [{ extraStatus: 7 }, 'a text'],
])('%j is refused', (values, message) => {
  expect(() => parseSwitches(values)).toThrow(message);
  expect(() => createSandbox({ switches: values as object })).toThrow(TypeError);
});

test('the server clock may be behind', () => {
  expect(parseSwitches({ serverClockSkewMs: -5 })).toEqual({ serverClockSkewMs: -5 });
});
