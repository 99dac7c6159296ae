import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentAround } from '../../test/support/an-api.ts';
import type { JsonObject } from '../contract/document.ts';
import { levelOf } from './change.ts';
import { diffDocuments } from './diff-documents.ts';

/** A schema whose details are left open, one bit each: what is required, what can be null, whether a union has one more form. */
type Shape = { leaf: string } | { object: Shape[] } | { list: Shape } | { union: true };

const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ leaf: fc.constantFrom('string', 'number', 'boolean') }),
    fc.record({ object: fc.array(tie('shape'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ list: tie('shape') }),
    fc.constant<Shape>({ union: true }),
  ),
}));

/** Fills in the open details. Two fillings of one shape differ a little, as two versions of one page do. */
function fill(open: Shape, bits: () => boolean): JsonObject {
  if ('union' in open) return { anyOf: [{ type: 'string' }, { type: 'number' }, ...(bits() ? [{ type: 'boolean' }] : [])] };
  const nullable = bits() ? { nullable: true } : {};
  if ('leaf' in open) return bits() && bits() && bits() ? { ...nullable } : { type: open.leaf, ...nullable };
  if ('list' in open) return { type: 'array', items: fill(open.list, bits), ...nullable };
  const names = open.object.map((_, index) => `field${index}`);
  const properties = Object.fromEntries(open.object.map((field, index) => [names[index], fill(field, bits)]));
  return { type: 'object', properties, required: names.filter(bits), ...nullable };
}

/** Bits that mostly are the same for two fillings: a long list, from which each reads in turn. */
const bits = fc.array(fc.boolean(), { minLength: 64, maxLength: 64 });
const reader = (list: readonly boolean[]): (() => boolean) => {
  let next = 0;
  return () => list[next++ % list.length] ?? false;
};
const flip = fc.array(fc.nat(7), { minLength: 1, maxLength: 2 });
const two = fc.tuple(shape, bits, flip).map(([open, list, flips]): [JsonObject, JsonObject] => {
  const other = list.map((bit, index) => (flips.includes(index % 8) ? !bit : bit));
  return [fill(open, reader(list)), fill(open, reader(other))];
});

const breaks = (at: 'request' | 'response', base: JsonObject, head: JsonObject): boolean =>
  levelOf(diffDocuments(documentAround(at, base), documentAround(at, head))) === 'major';

it('finds nothing between a schema and itself', () => {
  fc.assert(
    fc.property(two, fc.constantFrom('request', 'response'), ([one], at) => {
      expect(diffDocuments(documentAround(at, one), documentAround(at, structuredClone(one)))).toEqual([]);
    }),
  );
});

it('breaks a request exactly where the reverse change breaks a response', () => {
  let broken = 0;
  fc.assert(
    fc.property(two, ([one, other]) => {
      broken += Number(breaks('request', one, other));
      expect(breaks('request', one, other)).toBe(breaks('response', other, one));
    }),
    { numRuns: 1000 },
  );
  expect(broken).toBeGreaterThan(20);
  expect(broken).toBeLessThan(950);
});

it('allows a new field in both directions, and never the removal of a field', () => {
  fc.assert(
    fc.property(two, fc.constantFrom('request', 'response'), ([one, added], at) => {
      const less = { type: 'object', properties: { one } };
      const more = { type: 'object', properties: { one, added } };
      expect(breaks(at, less, more)).toBe(false);
      expect(breaks(at, more, less)).toBe(true);
    }),
  );
});
