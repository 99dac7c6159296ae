import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentAround } from '../../test/support/an-api.ts';
import { type JsonObject, objectAt } from '../contract/document.ts';
import { parseYaml } from '../contract/yaml.ts';
import { adoptNames } from '../diff/adopt-names.ts';
import { diffDocuments } from '../diff/diff-documents.ts';
import { distance, largest } from '../diff/level.ts';
import { typesModule } from '../generate/types-module.ts';
import { REPOSITORY } from '../layout.ts';
import { diffTypes, type TypeDiff } from './diff-types.ts';

const FIXTURES = join(REPOSITORY, 'scripts/fixtures/diff');
const diffOf = async (base: JsonObject, head: JsonObject): Promise<TypeDiff> =>
  diffTypes(await typesModule(adoptNames(base, head).document, 'x'), await typesModule(head, 'x'));

describe('diffTypes', () => {
  it.each(readdirSync(FIXTURES))('agrees with the rule of %s, as far as types can show it', async (file) => {
    const fixture = parseYaml(readFileSync(join(FIXTURES, file), 'utf8'), file);
    const [base, head] = ['base', 'head'].map((key) => documentAround(String(fixture.at), objectAt(fixture, key))) as [
      JsonObject,
      JsonObject,
    ];
    const shown = largest(diffDocuments(base, head).map(({ typed, level }) => (typed ? level : 'none')));
    const { level, findings } = await diffOf(base, head);
    const apart = shown === 'none' && level === 'patch' ? 0 : distance(shown, level);
    expect(apart, `rules: ${shown}, types: ${level} (${findings.join('; ')})`).toBe(0);
  });

  it('does not count the order of members and of values', async () => {
    const schema = (properties: JsonObject): JsonObject => documentAround('response', { type: 'object', properties });
    const one = schema({ a: { type: 'string', enum: ['x', 'y'] }, b: { type: 'number' } });
    const other = schema({ b: { type: 'number' }, a: { type: 'string', enum: ['y', 'x'] } });
    expect((await diffOf(one, other)).level).toBe('none');
  });

  it.each(['request', 'response'])('does not count whether a schema of a %s has a name', async (at) => {
    const thing = { type: 'object', properties: { a: { type: 'string' }, b: { type: 'array', items: {} } }, required: ['a'] };
    const referred = { $ref: '#/components/schemas/Thing' };
    const around = (list: JsonObject, one: JsonObject, named: JsonObject = thing): JsonObject => ({
      ...documentAround(at, { type: 'object', properties: { list: { type: 'array', items: list }, one } }),
      components: { schemas: { Thing: named } },
    });
    const more = { ...thing, properties: { ...thing.properties, c: { type: 'string' } } };
    expect((await diffOf(around(referred, thing), around(thing, referred))).level).toBe('none');
    expect((await diffOf(around(thing, thing, more), around(thing, referred, more))).level).toBe('minor');
    expect((await diffOf(around(thing, referred, more), around(thing, thing, more))).level).toBe('major');
  });

  it.each([
    ['request', 'minor', 'major'],
    ['response', 'major', 'minor'],
  ])('agrees with the rules where a named schema of a %s may be null', async (at, allowed, refused) => {
    const around = (thing: JsonObject): JsonObject => ({
      ...documentAround(at, { $ref: '#/components/schemas/Thing' }),
      components: { schemas: { Thing: { type: 'object', properties: { a: { type: 'string' } }, ...thing } } },
    });
    expect((await diffOf(around({}), around({ nullable: true }))).level).toBe(allowed);
    expect((await diffOf(around({ nullable: true }), around({}))).level).toBe(refused);
  });

  it('names what is gone', async () => {
    const schema = (properties: JsonObject): JsonObject => documentAround('response', { type: 'object', properties });
    const { findings } = await diffOf(schema({ a: {}, b: {} }), schema({ a: {} }));
    expect(findings).toContain('operations.makeThing.responses.200.content.application/json.b is gone');
  });
});
