import { expect, it } from 'vitest';
import { anApi } from '../../test/support/an-api.ts';
import { fieldsOf } from '../contract/fields.ts';
import { lintDescriptions } from './lint-descriptions.ts';

/** The small API with a description of each field, and what a test changes in it. */
function described(edit: (api: ReturnType<typeof anApi>) => void = () => {}): ReturnType<typeof anApi> {
  const api = anApi();
  for (const { holder } of fieldsOf(api)) holder.description = 'Some words.';
  edit(api);
  return api;
}

const found = (edit?: Parameters<typeof described>[0]) =>
  lintDescriptions(described(edit)).map(({ rule, pointer }) => `${rule} ${pointer}`);
const ID = '#/components/schemas/Thing/properties/id';

it('finds nothing where each field is described in English', () => {
  expect(found()).toEqual([]);
});

it('names every field and parameter without a description', () => {
  expect(lintDescriptions(anApi()).map(({ pointer }) => pointer.split('/').at(-1))).toEqual([
    '0',
    'kind',
    'note',
    'id',
    'state',
    'labels',
  ]);
  expect(found((api) => Object.assign(api.components.schemas.Thing.properties.id, { description: ' ' }))).toEqual([
    `described-field ${ID}`,
  ]);
  expect(found((api) => Reflect.deleteProperty(api.paths['/things'].post.parameters[0] ?? {}, 'description'))).toEqual([
    'described-field #/paths/~1things/post/parameters/0',
  ]);
});

it.each([
  ['Chinese', '标识'],
  ['Chinese after a name', 'id 标识'],
  ['Japanese', 'ひらがな'],
  ['Korean', '한국어'],
  ['Chinese before English', '标识\nThe id.'],
])('finds a description that begins in %s', (_what, description) => {
  expect(found((api) => Object.assign(api.components.schemas.Thing.properties.id, { description }))).toEqual([
    `english-first ${ID}/description`,
  ]);
});

it('lets other languages follow the English text, and stand in examples and extensions', () => {
  const texts = { description: 'The id.\n标识', example: '标识', 'x-note': { description: '标识' } };
  expect(found((api) => Object.assign(api.components.schemas.Thing.properties.id, texts))).toEqual([]);
});

it('finds other languages wherever the types show a text, and takes a field named like a keyword for a field', () => {
  expect(
    found((api) => {
      Object.assign(api.paths['/things'].post, { summary: '创建' });
      Object.assign(api.components.schemas.Thing, { description: '东西' });
      Object.assign(api.components.schemas.Thing.properties, { summary: { type: 'string', description: 'Some words.' } });
    }),
  ).toEqual(['english-first #/paths/~1things/post/summary', 'english-first #/components/schemas/Thing/description']);
});
