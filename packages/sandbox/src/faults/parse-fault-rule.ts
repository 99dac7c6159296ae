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

/** What a field must be: a test, and the same in words for the error. */
type Requirement = readonly [test: (value: unknown) => boolean, expected: string];

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number' && value >= 0;
const text: Requirement = [isText, 'a text'];
const number: Requirement = [isNumber, 'a number of at least 0'];

/** The characters that HTTP allows in the name and in the value of a header. */
const headerName = /^[!#$%&'*+.^_`|~\w-]+$/;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;

const areHeaders = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([name, text]) => headerName.test(name) && typeof text === 'string' && headerValue.test(text));

const requirements: { readonly [Key in Exclude<keyof FaultRule, 'match'>]: Requirement } = {
  operation: text,
  when: [(value) => value === 'before' || value === 'after', 'before or after'],
  kind: [(value) => faultKinds.some((kind) => kind === value), `one of ${faultKinds.join(', ')}`],
  skip: number,
  times: number,
  probability: [(value) => isNumber(value) && Number(value) <= 1, 'a number from 0 to 1'],
  from: number,
  until: number,
  status: [(value) => Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599, 'a whole number from 200 to 599'],
  headers: [areHeaders, 'an object of headers that HTTP allows'],
  body: [() => true, 'anything'],
  delayMs: number,
  taskStatus: [(value) => value === 'failed' || value === 'timeout', 'failed or timeout'],
  failReason: text,
  failCode: [(value) => isNumber(value) || isText(value), 'a number of at least 0 or a text'],
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
    if (!Object.hasOwn(requirements, key)) throw new TypeError(`A fault rule has no ${JSON.stringify(key)}`);
    const [test, expected] = requirements[key as keyof typeof requirements];
    if (part !== undefined && !test(part))
      throw new TypeError(`${key} of a fault rule must be ${expected}, not ${JSON.stringify(part)}`);
  }
  return value as FaultRule;
}
