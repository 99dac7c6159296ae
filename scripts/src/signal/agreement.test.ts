import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffDocuments } from '../diff/diff-documents.ts';
import { type Level, largest } from '../diff/level.ts';
import { isRecord, type JsonObject } from '../document/json.ts';
import { typesModule } from '../generate/types-module.ts';
import { lintDocument } from '../lint/lint-document.ts';
import { anApi } from '../testing/an-api.ts';
import { typesSignal } from './types-signal.ts';

/** One random change: which object of the document (by share), which of its keys, and what happens there. */
const edit = fc.record({
  where: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  key: fc.nat(7),
  what: fc.constantFrom('delete', 'field', 'required', 'nullable', 'enum', 'open', 'limit', 'retype', 'reword'),
});

/** The objects of a document that hold schemas or stand for operations, in a fixed order. */
function objectsOf(node: unknown): JsonObject[] {
  if (Array.isArray(node)) return node.flatMap(objectsOf);
  return isRecord(node) ? [node, ...Object.values(node).flatMap(objectsOf)] : [];
}

function apply(document: JsonObject, { where, key, what }: { where: number; key: number; what: string }): void {
  const objects = objectsOf([document.paths, document.components]);
  const target = objects[Math.floor(where * objects.length)] ?? {};
  const name = Object.keys(target)[key];
  const isSchema = typeof target.type === 'string' && !('in' in target) && !('scheme' in target);
  if (what === 'delete' && name !== undefined) delete target[name];
  else if (what === 'reword' && typeof target.description === 'string') target.description += '!';
  else if (!isSchema) return;
  else if (what === 'field') target.properties = { ...(target.properties as object), [`new${key}`]: { type: 'string' } };
  else if (what === 'required') target.required = Object.keys(isRecord(target.properties) ? target.properties : {}).slice(0, key);
  else if (what === 'nullable') target.nullable = true;
  else if (what === 'enum' && target.type === 'string') target.enum = [...((target.enum as string[]) ?? []), `value${key}`];
  else if (what === 'open' && target.type === 'object') target.additionalProperties = true;
  else if (what === 'limit') target.minLength = key;
  else if (what === 'retype') Object.assign(target, { type: 'boolean', enum: undefined });
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
      const { level, findings } = typesSignal(await typesModule(anApi(), 'x'), await typesModule(sound, 'x'));
      expect({ findings, level: level === 'patch' ? 'none' : level }).toEqual({ findings, level: shown });
    }),
    { numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(50);
});
