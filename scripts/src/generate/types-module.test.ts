import { describe, expect, it } from 'vitest';
import { anApi } from '../../test/support/an-api.ts';
import { openResponseEnums, typesModule } from './types-module.ts';

describe('typesModule', () => {
  it('opens the enums of responses and keeps those of requests closed', async () => {
    const text = await typesModule(anApi(), 'openapi/things.yaml');
    expect(text).toContain('kind: "round" | "square";');
    expect(text).toContain('state: ("new" | "old") | (string & {});');
    expect(text).toContain('labels?: (("red" | "blue") | (string & {}))[];');
  });

  it('opens a schema that both directions share, and leaves its input as it was', () => {
    const api = anApi();
    Object.assign(api.paths['/things'].post.responses['201'].content['application/json'], {
      schema: { $ref: '#/components/schemas/MakeThing' },
    });
    const before = structuredClone(api);
    expect(JSON.stringify(openResponseEnums(api).components)).toContain('"anyOf":[{"type":"string","enum":["round","square"]}');
    expect(api).toEqual(before);
  });

  it('ends on an enum of a property that is named like a keyword', async () => {
    const api = anApi();
    Object.assign(api.components.schemas.Thing.properties, { example: { type: 'string', enum: ['a'] } });
    expect(await typesModule(api, 'x')).toContain('example?: "a" | (string & {});');
  });

  it('handles schemas that contain each other', async () => {
    const api = anApi();
    Object.assign(api.components.schemas.Thing.properties, { parent: { $ref: '#/components/schemas/Thing' } });
    expect(await typesModule(api, 'x')).toContain('parent?: components["schemas"]["Thing"];');
  });

  it('writes a known beginning as a template type', async () => {
    const api = anApi();
    Object.assign(api.components.schemas.MakeThing.properties.note, { pattern: '^chirp-custom:.+$' });
    expect(await typesModule(api, 'x')).toMatch(/note\?: `chirp-custom:\$\{string\}`;/);
  });

  it('keeps foreign text inside its comment and its string', async () => {
    const api = anApi();
    Object.assign(api.components.schemas.Thing.properties.id, { description: 'a */ export const evil = 1; /*' });
    Object.assign(api.components.schemas.Thing.properties, { '"]; evil(': { type: 'string', enum: ['"; evil(); "'] } });
    const text = await typesModule(api, 'x');
    expect(text).toContain('a *\\/ export const evil');
    expect(text).toContain(`"\\"]; evil("?: "\\"; evil(); \\"" | (string & {});`);
  });

  it('says where it is from, in its first line', async () => {
    expect(await typesModule(anApi(), 'openapi/things.yaml')).toMatch(
      /^\/\/ Generated from openapi\/things\.yaml by `npm run generate`/,
    );
  });
});
