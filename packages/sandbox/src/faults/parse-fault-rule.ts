import type { FaultKind, FaultRule } from './fault-rule.ts';

/** The kinds of fault, in the order in which a person is offered them. */
export const faultKinds: readonly FaultKind[] = [
  'status',
  'delay',
  'hang',
  'reset',
  'refused',
  'truncate',
  'html',
  'empty',
  'garbage',
  'duplicate',
  'fail-task',
];

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string';
const isNumber: Test = (value) => typeof value === 'number' && value >= 0;

/** What HTTP lets a header be called, and what may stand in it. */
const headerName = /^[!#$%&'*+.^_`|~\w-]+$/;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;

const areHeaders: Test = (value) =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([name, text]) => headerName.test(name) && typeof text === 'string' && headerValue.test(text));

const tests: { readonly [Key in Exclude<keyof FaultRule, 'match'>]: Test } = {
  operation: isText,
  when: (value) => value === 'before' || value === 'after',
  kind: (value) => faultKinds.some((kind) => kind === value),
  skip: isNumber,
  times: isNumber,
  probability: (value) => isNumber(value) && Number(value) <= 1,
  from: isNumber,
  until: isNumber,
  status: (value) => Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599,
  headers: areHeaders,
  body: () => true,
  delayMs: isNumber,
  taskStatus: (value) => value === 'failed' || value === 'timeout',
  failReason: isText,
  failCode: (value) => isNumber(value) || isText(value),
};

/**
 * Checks a fault rule that comes from outside: a page, a file. It has no `match`, which is a function.
 *
 * @throws TypeError naming what is wrong
 */
export function parseFaultRule(value: unknown): FaultRule {
  if (typeof value !== 'object' || value === null) throw new TypeError('A fault rule is an object');
  if (!('kind' in value)) throw new TypeError('A fault rule needs a kind');
  for (const [key, part] of Object.entries(value)) {
    if (!Object.hasOwn(tests, key)) throw new TypeError(`A fault rule has no ${JSON.stringify(key)}`);
    if (part !== undefined && !tests[key as keyof typeof tests](part))
      throw new TypeError(`${key} of a fault rule cannot be ${JSON.stringify(part)}`);
  }
  return value as FaultRule;
}
