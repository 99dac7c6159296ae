import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anApi, documentAround } from '../../test/support/an-api.ts';
import { type JsonObject, objectAt } from '../contract/document.ts';
import { assembleAll } from '../contract/documents.ts';
import { parseYaml } from '../contract/yaml.ts';
import { layoutOf, REPOSITORY } from '../layout.ts';
import { levelOf } from './change.ts';
import { diffDocuments } from './diff-documents.ts';
import { RULES } from './rules.ts';

const FIXTURES = join(REPOSITORY, 'scripts/fixtures/diff');
const names = readdirSync(FIXTURES).map((file) => file.replace(/\.yaml$/, ''));

/** Base, head and expected level of the fixture of one rule. */
function fixtureOf(rule: string): { base: JsonObject; head: JsonObject; level: unknown } {
  const fixture = parseYaml(readFileSync(join(FIXTURES, `${rule}.yaml`), 'utf8'), rule);
  const around = (key: string): JsonObject => documentAround(String(fixture.at), objectAt(fixture, key));
  return { base: around('base'), head: around('head'), level: fixture.level };
}

describe('every rule', () => {
  it('has a fixture, and every fixture a rule', () => {
    expect(names.toSorted()).toEqual(Object.keys(RULES).toSorted());
  });

  it.each(names)('%s is found, alone, and of the level that its fixture says', (rule) => {
    const { base, head, level } = fixtureOf(rule);
    const changes = diffDocuments(base, head);
    expect(changes.map((change) => change.rule)).toEqual([rule]);
    expect(levelOf(changes)).toBe(level);
    expect(diffDocuments(head, head)).toEqual([]);
  });
});

describe('diffDocuments', () => {
  it('finds nothing between a document and itself, whatever the order of its keys', () => {
    const { suno } = assembleAll(layoutOf()).documents;
    expect(diffDocuments(suno, suno)).toEqual([]);
    expect(diffDocuments(suno, reversed(suno) as JsonObject)).toEqual([]);
  });

  it('ignores extensions', () => {
    const api = anApi();
    Object.assign(api.components.schemas.Thing, { 'x-evidence': 'inferred' });
    Object.assign(api, { 'x-generator': 'another' });
    expect(diffDocuments(anApi(), api)).toEqual([]);
  });

  it('sees a change of a shared schema once, in each direction, with the operations that it touches', () => {
    const shared = (): ReturnType<typeof anApi> => {
      const api = anApi();
      const content = { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } };
      Object.assign(api.paths, { '/other': { post: { ...api.paths['/things'].post, requestBody: { content } } } });
      return api;
    };
    const grown = shared();
    grown.components.schemas.Thing.required = ['id', 'state', 'labels'];
    const changes = diffDocuments(shared(), grown).map(({ rule, direction, pointer, operations }) => ({
      rule,
      direction,
      pointer,
      operations,
    }));
    const pointer = '#/components/schemas/Thing/properties/labels';
    expect(changes).toEqual([
      { rule: 'request-property-became-required', direction: 'request', pointer, operations: ['POST /other'] },
      { rule: 'response-property-became-required', direction: 'response', pointer, operations: ['POST /things', 'POST /other'] },
    ]);
  });

  it('handles schemas that contain each other', () => {
    const recursive = (type: string): ReturnType<typeof anApi> => {
      const api = anApi();
      Object.assign(api.components.schemas.Thing.properties, { parent: { $ref: '#/components/schemas/Thing' }, size: { type } });
      return api;
    };
    expect(diffDocuments(recursive('number'), recursive('string')).map(({ rule }) => rule)).toEqual(['response-type-changed']);
  });

  it('takes what has fields, listed or not, for an object', () => {
    const others = { additionalProperties: { type: 'string' } };
    for (const at of ['request', 'response'])
      expect(diffDocuments(documentAround(at, { type: 'object', ...others }), documentAround(at, others))).toEqual([]);
  });

  it('follows an enum that grows inside a union', () => {
    const model = (values: string[]): JsonObject =>
      documentAround('request', {
        anyOf: [
          { type: 'string', enum: values },
          { type: 'string', pattern: '^chirp-custom:.+$' },
        ],
      });
    expect(diffDocuments(model(['a']), model(['a', 'b'])).map(({ rule }) => rule)).toEqual(['request-enum-value-added']);
  });

  it('reads allOf as the one schema that it makes', () => {
    const parts = {
      allOf: [
        { type: 'object', properties: { a: { type: 'string' } } },
        { properties: { b: { type: 'string' } }, required: ['b'] },
      ],
    };
    const whole = { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } }, required: ['b'] };
    expect(diffDocuments(documentAround('response', parts), documentAround('response', whole))).toEqual([]);
  });

  it('says so when no rule knows a change, and counts it as breaking', () => {
    const { base, head } = fixtureOf('unknown-change');
    const [change] = diffDocuments(base, head);
    expect(change).toMatchObject({ level: 'major', message: expect.stringContaining('no rule knows') });
  });

  it('compares a schema that no operation reaches', () => {
    const loose = (type: string): JsonObject => ({
      ...documentAround('document', {}),
      components: { schemas: { Loose: { type } } },
    });
    expect(levelOf(diffDocuments(loose('string'), loose('number')))).toBe('major');
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
