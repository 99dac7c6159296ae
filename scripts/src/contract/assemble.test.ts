import { describe, expect, it } from 'vitest';
import { anApi } from '../../test/support/an-api.ts';
import { lintDocument } from '../lint/lint-document.ts';
import { assemble } from './assemble.ts';
import { overlayFrom } from './overlays.ts';
import type { Evidence } from './sources.ts';
import type { Fragment } from './upstream.ts';

/** A fragment of one operation, as a page has it. */
function fragment(
  name: string,
  evidence: Evidence = 'published',
  edit: (api: ReturnType<typeof anApi>) => void = () => {},
): Fragment {
  const api = anApi();
  api.paths['/things'].post.operationId = name;
  edit(api);
  const { '/things': item } = api.paths;
  return { name, evidence, document: { ...api, paths: { [`/${name}`]: item } } };
}

const overlay = (action: object, target = 'suno.yaml') =>
  overlayFrom({ overlay: '1.0.0', extends: `../${target}`, actions: [{ description: 'because', ...action }] }, '10-test.yaml');

describe('assemble', () => {
  it('merges fragments into one sound document, the same whatever their order', async () => {
    const fragments = [fragment('b'), fragment('a', 'transcribed'), fragment('c')];
    const document = assemble('suno', fragments, []);
    expect(Object.keys(document.paths as object)).toEqual(['/a', '/b', '/c']);
    expect(Object.keys((document.components as { schemas: object }).schemas)).toEqual(['MakeThing', 'Thing']);
    expect(JSON.stringify(assemble('suno', fragments.toReversed(), []))).toBe(JSON.stringify(document));
    expect(await lintDocument(document)).toEqual([]);
  });

  it('shows both meanings of one schema name, and where from', () => {
    const other = fragment('b', 'published', (api) =>
      Object.assign(api.components.schemas.Thing.properties.id, { type: 'number' }),
    );
    expect(() => assemble('suno', [fragment('a'), other], [])).toThrow(
      /components\/schemas\/Thing has two meanings.*upstream\/a\.yaml.*type: string.*upstream\/b\.yaml.*type: number/s,
    );
  });

  it('lets an overlay on one fragment decide it', () => {
    const other = fragment('b', 'published', (api) =>
      Object.assign(api.components.schemas.Thing.properties.id, { type: 'number' }),
    );
    const decision = overlay(
      { target: '$.components.schemas.Thing.properties.id', update: { type: 'string' } },
      'upstream/b.yaml',
    );
    expect(assemble('suno', [fragment('a'), other], [decision])).toEqual(assemble('suno', [fragment('a'), fragment('b')], []));
  });

  it.each(['$.components.schemas.Thing', "$.components.schemas['Thing']"])('lets an overlay on %s itself decide it', (target) => {
    const other = fragment('b', 'published', (api) =>
      Object.assign(api.components.schemas.Thing.properties.id, { type: 'number' }),
    );
    const decision = overlay({ target, update: { properties: { id: { format: 'uuid' } } } });
    expect(JSON.stringify(assemble('suno', [fragment('a'), other], [decision]))).toContain(
      '"id":{"type":"string","format":"uuid"}',
    );
  });

  it('takes equal schemas in another order, or in another language, as one', () => {
    const other = fragment('b', 'published', (api) => {
      const { Thing } = api.components.schemas;
      api.components.schemas.Thing = { required: Thing.required.toReversed(), properties: Thing.properties, type: 'object' };
      Object.assign(Thing.properties.id, { description: '标识' });
      Thing.properties.state.enum.reverse();
    });
    expect(assemble('suno', [fragment('a'), other], [])).toEqual(assemble('suno', [fragment('a'), fragment('b')], []));
  });

  it('takes a property named description as a property', () => {
    const other = fragment('b', 'published', (api) =>
      Object.assign(api.components.schemas.Thing.properties, { description: { type: 'string' } }),
    );
    expect(() => assemble('suno', [fragment('a'), other], [])).toThrow('two meanings');
  });

  it('leaves out invisible characters', () => {
    const odd = fragment('a', 'published', (api) =>
      Object.assign(api.paths['/things'].post, { description: 'one\u001b[2J \u202etwo\nthree' }),
    );
    expect(JSON.stringify(assemble('suno', [odd], []))).toContain('"description":"one[2J two\\nthree"');
  });

  it('gives an operation the parameters of its path', () => {
    const page = { name: 'page', in: 'query', schema: { type: 'string' } };
    const size = { name: 'size', in: 'query', schema: { type: 'number' } };
    const shared = fragment('a', 'published');
    Object.assign(Object.values(shared.document.paths as object)[0], { parameters: [page, size], summary: 'a path' });
    const [own] = anApi().paths['/things'].post.parameters;
    const [item] = Object.values(assemble('suno', [shared], []).paths as object);
    expect(item).toEqual({ post: expect.objectContaining({ parameters: [size, own] }) });
  });

  it('lets the published meaning win over a transcribed one', () => {
    const transcribed = fragment('a', 'transcribed', (api) =>
      Object.assign(api.components.schemas.Thing.properties.id, { type: 'number' }),
    );
    expect(JSON.stringify(assemble('suno', [transcribed, fragment('b')], []))).not.toContain('"id":{"type":"number"}');
  });

  it('refuses one operation in two fragments, and a reference that leads nowhere', () => {
    expect(() => assemble('suno', [fragment('a'), { ...fragment('a'), name: 'z' }], [])).toThrow(
      'POST /a stands in two fragments: a and z',
    );
    for (const $ref of [
      '#/components/schemas/Gone',
      'file:///etc/passwd',
      'https://example.com/x.yaml',
      '../../secret.yaml#/a',
    ]) {
      const bad = fragment('a', 'published', (api) => Object.assign(api.components.schemas.Thing.properties, { bad: { $ref } }));
      expect(() => assemble('suno', [bad], [])).toThrow($ref);
    }
  });
});

describe('overlays', () => {
  it('update by merging, append to lists, and remove', () => {
    const document = assemble(
      'suno',
      [fragment('a')],
      [
        overlay({
          target: '$.components.schemas.Thing',
          update: { required: ['labels'], properties: { extra: { type: 'number' } } },
        }),
        overlay({ target: "$.components.schemas[?@.properties.kind].properties['note']", remove: true }),
      ],
    );
    const text = JSON.stringify(document);
    expect(text).toContain('"required":["id","state","labels"]');
    expect(text).toContain('"extra":{"type":"number"}');
    expect(text).not.toContain('"note"');
  });

  it('fail when their target is gone', () => {
    const gone = overlay({ target: '$.components.schemas.Gone', update: {} });
    expect(() => assemble('suno', [fragment('a')], [gone])).toThrow(
      'overlays/10-test.yaml: the target $.components.schemas.Gone is gone',
    );
  });

  it.each([
    ['$.[[', 'overlays/10-test.yaml: $.[[ is not a JSONPath: '],
    ['$', 'overlays/10-test.yaml: the document as a whole cannot be a target'],
  ])('refuse the target %s in words', (target, message) => {
    expect(() => assemble('suno', [fragment('a')], [overlay({ target, update: {} })])).toThrow(message);
  });

  it('remove several members of one list', () => {
    const parameters = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
    const many = fragment('a', 'published', (api) => Object.assign(api.paths['/things'].post, { parameters }));
    const document = assemble(
      'suno',
      [many],
      [overlay({ target: "$.paths['/a'].post.parameters[?@.name != 'b']", remove: true })],
    );
    expect(JSON.stringify(document)).toContain('"parameters":[{"name":"b"}]');
  });

  it('reach members with quotes, backslashes and control characters in their names', () => {
    const names = ["it's", 'back\\slash', 'tab\there', 'bell\u0007', '"', '\\u0041'];
    const odd = fragment('a', 'published', (api) =>
      Object.assign(api.components.schemas.Thing, {
        properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
      }),
    );
    const document = assemble(
      'suno',
      [odd],
      [overlay({ target: '$.components.schemas.Thing.properties[*]', update: { format: 'x' } })],
    );
    const { Thing } = (document.components as { schemas: Record<string, { properties: object }> }).schemas;
    expect(Object.entries(Thing?.properties ?? {})).toEqual(names.map((name) => [name, { type: 'string', format: 'x' }]));
  });

  it('act once on a member that their target names twice', () => {
    const parameters = [{ name: 'a' }, { name: 'b' }];
    const two = fragment('a', 'published', (api) => Object.assign(api.paths['/things'].post, { parameters }));
    const document = assemble('suno', [two], [overlay({ target: "$.paths['/a'].post.parameters[0, 0]", remove: true })]);
    expect(JSON.stringify(document)).toContain('"parameters":[{"name":"b"}]');
  });

  it.each([
    [{ extends: 'x', actions: [{ target: '$.a', description: 'b' }] }, 'overlay: 1.0.0'],
    [{ overlay: '1.0.0', actions: [{ target: '$.a', description: 'b' }] }, 'extends'],
    [{ overlay: '1.0.0', extends: 'x', actions: [] }, 'no actions'],
    [{ overlay: '1.0.0', extends: 'x', actions: [{ description: 'b' }] }, 'without a target'],
    [{ overlay: '1.0.0', extends: 'x', actions: [{ target: '$.a' }] }, 'no reason'],
  ])('are refused without their form: %j', (document, message) => {
    expect(() => overlayFrom(document, 'x.yaml')).toThrow(message);
  });

  it('add an alternative to what is published, and follow it as it grows', () => {
    const also = overlay({
      target: '$.components.schemas.MakeThing.properties.kind',
      update: { 'x-also-accepts': { type: 'string', pattern: '^my:.+$' } },
    });
    const grown = fragment('a', 'published', (api) => api.components.schemas.MakeThing.properties.kind.enum.push('oval'));
    expect(JSON.stringify(assemble('suno', [grown], [also]))).toContain(
      '"kind":{"anyOf":[{"type":"string","enum":["round","square","oval"]},{"type":"string","pattern":"^my:.+$"}]}',
    );
  });
});
