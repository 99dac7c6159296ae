import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffDocuments } from '../diff/diff-documents.ts';
import { distance, largest } from '../diff/level.ts';
import { adoptNames } from '../diff/adopt-names.ts';
import { type JsonObject, objectAt } from '../contract/document.ts';
import { parseYaml } from '../contract/yaml.ts';
import { typesModule } from '../generate/types-module.ts';
import { REPOSITORY } from '../layout.ts';
import { documentAround } from '../../test/support/an-api.ts';
import { type TypeDiff, diffTypes } from './diff-types.ts';

const FIXTURES = join(REPOSITORY, 'scripts/fixtures/diff');
const signalOf = async (base: JsonObject, head: JsonObject): Promise<TypeDiff> =>
  diffTypes(await typesModule(adoptNames(base, head).document, 'x'), await typesModule(head, 'x'));

describe('diffTypes', () => {
  it.each(readdirSync(FIXTURES))('agrees with the rule of %s, as far as types can show it', async (file) => {
    const fixture = parseYaml(readFileSync(join(FIXTURES, file), 'utf8'), file);
    const [base, head] = ['base', 'head'].map((key) => documentAround(String(fixture.at), objectAt(fixture, key))) as [
      JsonObject,
      JsonObject,
    ];
    const shown = largest(diffDocuments(base, head).map(({ typed, level }) => (typed ? level : 'none')));
    const { level, findings } = await signalOf(base, head);
    const apart = shown === 'none' && level === 'patch' ? 0 : distance(shown, level);
    expect(apart, `rules: ${shown}, types: ${level} (${findings.join('; ')})`).toBe(0);
  });

  it('does not count the order of members and of values', async () => {
    const schema = (properties: JsonObject): JsonObject => documentAround('response', { type: 'object', properties });
    const one = schema({ a: { type: 'string', enum: ['x', 'y'] }, b: { type: 'number' } });
    const other = schema({ b: { type: 'number' }, a: { type: 'string', enum: ['y', 'x'] } });
    expect((await signalOf(one, other)).level).toBe('none');
  });

  it.each(['request', 'response'])('does not count whether a schema of a %s has a name', async (at) => {
    const thing = { type: 'object', properties: { a: { type: 'string' }, b: { type: 'array', items: {} } }, required: ['a'] };
    const referred = { $ref: '#/components/schemas/Thing' };
    const around = (list: JsonObject, one: JsonObject, named: JsonObject = thing): JsonObject => ({
      ...documentAround(at, { type: 'object', properties: { list: { type: 'array', items: list }, one } }),
      components: { schemas: { Thing: named } },
    });
    const more = { ...thing, properties: { ...thing.properties, c: { type: 'string' } } };
    expect((await signalOf(around(referred, thing), around(thing, referred))).level).toBe('none');
    expect((await signalOf(around(thing, thing, more), around(thing, referred, more))).level).toBe('minor');
    expect((await signalOf(around(thing, referred, more), around(thing, thing, more))).level).toBe('major');
  });

  it('names what is gone', async () => {
    const schema = (properties: JsonObject): JsonObject => documentAround('response', { type: 'object', properties });
    const { findings } = await signalOf(schema({ a: {}, b: {} }), schema({ a: {} }));
    expect(findings).toContain('operations.makeThing.responses.200.content.application/json.b is gone');
  });
});
