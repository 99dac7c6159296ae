import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonObject } from '../document/json.ts';
import { documentAround } from '../testing/diff-fixture.ts';
import { diffDocuments } from './diff-documents.ts';
import { levelOf } from './present.ts';

const NAMES = ['a', 'b', 'c'];

/** Schemas over the same field names, so that two of them differ in what is required, null, typed or a union. */
const { schema } = fc.letrec<{ schema: JsonObject; leaf: JsonObject; object: JsonObject; list: JsonObject; union: JsonObject }>(
  (tie) => ({
    leaf: fc
      .record({ type: fc.constantFrom('string', 'number', 'boolean') }, { requiredKeys: [] })
      .chain((plain) => fc.constantFrom<JsonObject>(plain, { ...plain, nullable: true })),
    object: fc.tuple(fc.tuple(tie('schema'), tie('schema'), tie('schema')), fc.subarray(NAMES)).map(([fields, required]) => ({
      type: 'object',
      properties: Object.fromEntries(NAMES.map((name, index) => [name, fields[index]])),
      required,
    })),
    list: tie('schema').map((items) => ({ type: 'array', items })),
    union: fc
      .uniqueArray(tie('leaf'), { minLength: 2, maxLength: 3, selector: (leaf) => JSON.stringify(leaf.type) })
      .map((anyOf) => ({ anyOf })),
    schema: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('object'), tie('list'), tie('union')),
  }),
);

const breaks = (at: 'request' | 'response', base: JsonObject, head: JsonObject): boolean =>
  levelOf(diffDocuments(documentAround(at, base), documentAround(at, head))) === 'major';

it('finds nothing between a schema and itself', () => {
  fc.assert(
    fc.property(schema, fc.constantFrom('request', 'response'), (one, at) => {
      expect(diffDocuments(documentAround(at, one), documentAround(at, structuredClone(one)))).toEqual([]);
    }),
  );
});

it('breaks a request exactly where the way back breaks an answer', () => {
  fc.assert(
    fc.property(schema, schema, (one, other) => {
      expect(breaks('request', one, other)).toBe(breaks('response', other, one));
    }),
    { numRuns: 500 },
  );
});

it('lets a new field be in both directions, and never a field that is gone', () => {
  fc.assert(
    fc.property(schema, schema, fc.constantFrom('request', 'response'), (one, added, at) => {
      const less = { type: 'object', properties: { one } };
      const more = { type: 'object', properties: { one, added } };
      expect(breaks(at, less, more)).toBe(false);
      expect(breaks(at, more, less)).toBe(true);
    }),
  );
});
