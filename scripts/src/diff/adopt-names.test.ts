import { expect, it } from 'vitest';
import { anApi } from '../../test/support/an-api.ts';
import { diffDocuments } from './diff-documents.ts';

/** A small API with names of our own: nobody published them. */
function ours(evidence: string): ReturnType<typeof anApi> {
  const api = anApi();
  Object.assign(api.components.schemas.Thing, { 'x-evidence': { name: evidence } });
  Object.assign(api.paths['/things'].post, { 'x-evidence': { operationId: evidence, status201: evidence } });
  return api;
}

/** The same as its page has it. */
function published(): ReturnType<typeof anApi> {
  const text = JSON.stringify(anApi()).replaceAll('schemas/Thing"', 'schemas/ThingDto"').replace('"Thing":', '"ThingDto":');
  return JSON.parse(text.replace('makeThing', 'Controller_makeThing').replace('"201"', '"200"'));
}

it('replaces our names by published ones', () => {
  expect(diffDocuments(ours('unknown'), published()).map(({ rule, level, message }) => [rule, level, message])).toEqual([
    ['name-adopted', 'patch', '`operationId` has its published name now: makeThing → Controller_makeThing'],
    ['name-adopted', 'patch', '`200` has its published name now: 201 → 200'],
    ['name-adopted', 'patch', '`ThingDto` has its published name now: Thing → ThingDto'],
  ]);
});

it('still sees what else changes behind an adopted name', () => {
  const page = published();
  Object.assign(page.components.schemas, { ThingDto: { ...anApi().components.schemas.Thing, required: ['id'] } });
  expect(diffDocuments(ours('inferred'), page)[0]).toMatchObject({ rule: 'response-property-became-optional', level: 'major' });
});

it('keeps names that were published', () => {
  expect(diffDocuments(ours('confirmed'), published()).map(({ rule }) => rule)).toEqual([
    'operation-id-changed',
    'response-status-removed',
    'component-schema-renamed',
    'response-status-added',
  ]);
});

it('puts a schema of ours where it is used, when the page has no such name', () => {
  const page = anApi();
  const { Thing, ...others } = page.components.schemas;
  Object.assign(page.components, { schemas: others });
  Object.assign(page.paths['/things'].post.responses['201'].content['application/json'], { schema: Thing });
  expect(diffDocuments(ours('unknown'), page).map(({ rule, message }) => [rule, message])).toEqual([
    ['name-adopted', '`Thing` has its published name now: Thing → none of its own'],
  ]);
});

it('handles a schema of ours that contains itself', () => {
  const own = ours('unknown');
  Object.assign(own.components.schemas.Thing.properties, { parent: { $ref: '#/components/schemas/Thing' } });
  const page = published();
  Object.assign(page.components.schemas, {
    ThingDto: { ...own.components.schemas.Thing, properties: { id: { type: 'string' } }, required: ['id'] },
  });
  expect(diffDocuments(own, page).map(({ rule }) => rule)).toContain('response-property-removed');
});
