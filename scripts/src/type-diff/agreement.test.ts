import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anApi } from '../../test/support/an-api.ts';
import { isRecord, type JsonObject } from '../contract/document.ts';
import { diffDocuments } from '../diff/diff-documents.ts';
import { type Level, largest } from '../diff/level.ts';
import { typesModule } from '../generate/types-module.ts';
import { lintDocument } from '../lint/lint-document.ts';
import { diffTypes } from './diff-types.ts';

/** One random change: which schema or object of the document (by share), which of its keys, and what happens there. */
const edit = fc.record({
  where: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  key: fc.nat(3),
  what: fc.constantFrom('delete', 'field', 'required', 'nullable', 'enum', 'open', 'limit', 'retype', 'reword'),
});

/** Every object inside a node, in a fixed order. */
function objectsIn(node: unknown): JsonObject[] {
  if (Array.isArray(node)) return node.flatMap(objectsIn);
  return isRecord(node) ? [node, ...Object.values(node).flatMap(objectsIn)] : [];
}

function apply(document: JsonObject, { where, key, what }: { where: number; key: number; what: string }): void {
  const all = objectsIn([document.paths, document.components]);
  const schemas = all.filter(({ type, scheme }) => typeof type === 'string' && scheme === undefined);
  const fitting =
    what === 'delete' ? all : what === 'required' || what === 'field' ? schemas.filter(({ type }) => type === 'object') : schemas;
  const target = fitting[Math.floor(where * fitting.length)] ?? {};
  const fields = isRecord(target.properties) ? target.properties : {};
  if (what === 'delete') delete target[Object.keys(target)[key] ?? ''];
  else if (what === 'field') target.properties = { ...fields, [`new${key}`]: { type: 'string' } };
  else if (what === 'required') target.required = Object.keys(fields).slice(0, key);
  else if (what === 'nullable') target.nullable = true;
  else if (what === 'enum' && target.type === 'string')
    target.enum = [...(Array.isArray(target.enum) ? target.enum : []), `value${key}`];
  else if (what === 'open' && target.type === 'object') target.additionalProperties = true;
  else if (what === 'limit') target.minLength = key;
  else if (what === 'retype') Object.assign(target, { type: 'boolean', enum: undefined });
  else if (what === 'reword') target.description = `in other words ${key}`;
}

it('rules and types say the same of any change that types can show', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
      const head: JsonObject = anApi();
      for (const one of edits) apply(head, one);
      const sound = JSON.parse(JSON.stringify(head)) as JsonObject;
      if ((await lintDocument(sound)).length > 0) return;
      compared += 1;
      const changes = diffDocuments(anApi(), sound);
      const shown = largest(changes.map(({ typed, level }): Level => (typed ? level : 'none')));
      const { level, findings } = diffTypes(await typesModule(anApi(), 'x'), await typesModule(sound, 'x'));
      expect({ findings, level: level === 'patch' ? 'none' : level }).toEqual({ findings, level: shown });
    }),
    { numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(50);
});
