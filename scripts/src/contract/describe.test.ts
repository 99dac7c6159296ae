import { describe, expect, it } from 'vitest';
import { aFragment, anApi } from '../../test/support/an-api.ts';
import { diffDocuments } from '../diff/diff-documents.ts';
import { assemble } from './assemble.ts';
import { type JsonObject, objectAt } from './document.ts';
import { fieldsOf } from './fields.ts';
import { type Overlay, overlayFrom, unusedDescriptions } from './overlays.ts';
import type { Evidence } from './sources.ts';
import { fragmentsOf } from './upstream.ts';

const WORDS = 'Our words.';

/** An overlay that describes fields of the small API in English. */
function words(target = '$..properties.id', update: object = { 'x-english': WORDS }): Overlay {
  const actions = [{ target, description: 'because', update }];
  return overlayFrom({ overlay: '1.0.0', extends: '../suno.yaml', actions }, '10-words.yaml');
}

/** The small API with this description of `Thing.id`, assembled with our words. */
function assembled(
  description: string | undefined,
  evidence: Evidence,
  overlays = [words()],
  edit: Parameters<typeof aFragment>[1] = () => {},
) {
  const text = aFragment('a', (api) => {
    if (description !== undefined) Object.assign(api.components.schemas.Thing.properties.id, { description });
    edit(api);
  });
  const source = { api: 'suno', operation: 'POST /suno/v2/a', url: '', evidence, sha256: '', date: '' } as const;
  const upstream = { sources: { operations: { a: source }, notCovered: {} }, texts: new Map([['a', text]]) };
  return assemble('suno', fragmentsOf(upstream), overlays);
}

const schemasOf = (document: JsonObject): JsonObject => objectAt(document.components, 'schemas');
const idOf = (document: JsonObject): unknown => objectAt(objectAt(schemasOf(document), 'Thing'), 'properties').id;
const OURS = { 'x-evidence': { description: 'ours' } };

describe('our description of a field', () => {
  it.each<[string, string | undefined, Evidence, object]>([
    ['stand where the page has none', undefined, 'published', { description: WORDS, ...OURS }],
    [
      'comes before the description of a page in another language',
      '标识',
      'published',
      { description: `${WORDS}\n标识`, ...OURS },
    ],
    ['come before a text that only begins with a name', 'id 标识', 'published', { description: `${WORDS}\nid 标识`, ...OURS }],
    ['gives way to the English description of a page', 'The id.', 'published', { description: 'The id.' }],
    [
      'gives way to an English description that is followed by another language',
      'The id.\n标识',
      'published',
      { description: 'The id.\n标识' },
    ],
    ['replace what we had transcribed', 'the id', 'transcribed', { description: WORDS, ...OURS }],
  ])('%s', (_what, description, evidence, expected) => {
    expect(idOf(assembled(description, evidence))).toEqual({ type: 'string', ...expected });
  });

  it('is marked as ours where a fragment was transcribed too, and a page cannot use the marks', () => {
    expect(idOf(assembled('the id', 'transcribed', []))).toEqual({ type: 'string', description: 'the id', ...OURS });
    const marked = assembled(undefined, 'published', [], (api) =>
      Object.assign(api.components.schemas.Thing.properties.id, { 'x-english': 'Not ours.', ...OURS }),
    );
    expect(idOf(marked)).toEqual({ type: 'string' });
  });

  it('is a patch at most, whatever the page says later', () => {
    const versions = [undefined, '标识', 'The id.'].map((text) => assembled(text, 'published'));
    for (const before of [assembled('the id', 'transcribed', []), ...versions])
      for (const after of versions)
        for (const { rule, level } of diffDocuments(before, after))
          expect([rule, level]).toEqual(['annotation-changed', 'patch']);
  });

  it('makes no field, and stops nothing, where the field or its schema is gone', () => {
    const gone = words('$..[?@.properties.state]', {
      properties: { gone: { 'x-english': WORDS, properties: { more: { 'x-english': WORDS } } } },
    });
    expect(assembled(undefined, 'published', [gone, words('$..properties.nothing')])).toEqual(
      assembled(undefined, 'published', []),
    );
  });

  it('still stops everything when its overlay brings more than a description', () => {
    const more = words('$..properties.nothing', { 'x-english': WORDS, type: 'number' });
    expect(() => assembled(undefined, 'published', [more])).toThrow('the target $..properties.nothing is gone');
  });

  it('reaches a field that is a reference, and one whose schema has alternatives', () => {
    const overlays = [
      words('$..properties.part'),
      words('$..properties.state', { 'x-english': WORDS, 'x-also-accepts': { type: 'number' } }),
    ];
    const document = assembled(undefined, 'published', overlays, (api) =>
      Object.assign(api.components.schemas.Thing.properties, { part: { $ref: '#/components/schemas/MakeThing' } }),
    );
    expect(objectAt(objectAt(schemasOf(document), 'Thing'), 'properties')).toMatchObject({
      part: { $ref: '#/components/schemas/MakeThing', description: WORDS },
      state: { description: WORDS, anyOf: [{ enum: ['new', 'old'] }, { type: 'number' }] },
    });
  });

  it('is listed once it is not used any more', () => {
    const overlays = [words(), words('$..properties.nothing', { 'x-english': 'Other words.' })];
    expect(unusedDescriptions([assembled('标识', 'published', overlays)], overlays)).toEqual([
      'overlays/10-words.yaml, $..properties.nothing: "Other words." is not used any more',
    ]);
    expect(unusedDescriptions([assembled('The id.', 'published', overlays)], overlays)).toHaveLength(2);
  });
});

describe('fieldsOf', () => {
  it('finds parameters, and fields of requests and responses however deep, each once', () => {
    const api = anApi();
    Object.assign(api.components.schemas.Thing.properties, {
      self: { $ref: '#/components/schemas/Thing' },
      list: { type: 'array', items: { type: 'object', properties: { deep: { type: 'string' } } } },
      either: { anyOf: [{ type: 'string' }, { type: 'object', properties: { inner: {} } }] },
    });
    Object.assign(api.components, { schemas: { ...api.components.schemas, Unused: { type: 'object', properties: { x: {} } } } });
    expect(fieldsOf(api).map(({ pointer }) => pointer.replace('#/components/schemas/', ''))).toEqual([
      '#/paths/~1things/post/parameters/0',
      'MakeThing/properties/kind',
      'MakeThing/properties/note',
      'Thing/properties/id',
      'Thing/properties/state',
      'Thing/properties/labels',
      'Thing/properties/self',
      'Thing/properties/list',
      'Thing/properties/list/items/properties/deep',
      'Thing/properties/either',
      'Thing/properties/either/anyOf/1/properties/inner',
    ]);
  });

  it('follows references to parameters, bodies and responses', () => {
    const api = anApi();
    const { post } = api.paths['/things'];
    const referring = {
      ...api,
      paths: {
        '/things': {
          post: {
            ...post,
            parameters: [{ $ref: '#/components/parameters/page' }],
            requestBody: { $ref: '#/components/requestBodies/make' },
            responses: { '201': { $ref: '#/components/responses/made' } },
          },
        },
      },
      components: {
        ...api.components,
        parameters: { page: post.parameters[0] },
        requestBodies: { make: post.requestBody },
        responses: { made: post.responses['201'] },
      },
    };
    const names = (document: JsonObject) => fieldsOf(document).map(({ pointer }) => pointer.split('/').at(-1));
    expect(names(referring)).toEqual(['page', 'kind', 'note', 'id', 'state', 'labels']);
  });
});
