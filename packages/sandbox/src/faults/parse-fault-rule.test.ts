import { expect, test } from 'vitest';
import { faultKinds, parseFaultRule } from './parse-fault-rule.ts';

test('a rule with every field passes as it is', () => {
  const rule = {
    operation: 'generate',
    when: 'after',
    kind: 'status',
    skip: 1,
    times: 2,
    probability: 0.5,
    from: 1,
    until: 2,
    status: 503,
    headers: { 'retry-after': '1' },
    body: { any: 'thing' },
    delayMs: 3,
    taskStatus: 'timeout',
    failReason: 'x',
    failCode: 4001,
  };
  expect(parseFaultRule(rule)).toEqual(rule);
  expect(faultKinds.map((kind) => parseFaultRule({ kind }).kind)).toEqual(faultKinds);
});

test.each([
  [null, 'is an object'],
  ['reset', 'is an object'],
  [{}, 'needs a kind'],
  [{ kind: 'explode' }, 'kind of a fault rule must be one of status, delay, hang, '],
  [{ kind: 'reset', match: 'x' }, 'has no "match"'],
  [{ kind: 'reset', toString: 1 }, 'has no "toString"'],
  [{ kind: 'status', status: 99 }, 'status'],
  [{ kind: 'status', headers: { a: 1 } }, 'headers'],
  [{ kind: 'status', when: 'during' }, 'when'],
  [{ kind: 'reset', times: -1 }, 'times'],
  [{ kind: 'reset', probability: 2 }, 'probability'],
])('%j is refused', (value, message) => {
  expect(() => parseFaultRule(value)).toThrow(message);
});
