import { expect, it } from 'vitest';
import { aFragment } from '../../test/support/an-api.ts';
import { diffDocuments } from '../diff/diff-documents.ts';
import { assemble } from './assemble.ts';
import type { JsonObject } from './document.ts';
import type { Evidence } from './sources.ts';
import { fragmentsOf } from './upstream.ts';
import { parseYaml } from './yaml.ts';

/** A page that speaks for us: its names were never published, its answer takes anything, its enum is open. */
const MARKED = aFragment('a', (api) => {
  const { MakeThing, Thing } = api.components.schemas;
  Object.assign(api.paths['/things'].post, { 'x-evidence': { operationId: 'unknown', status201: 'unknown' } });
  Object.assign(Thing, { 'x-evidence': { name: 'unknown' } });
  Object.assign(Thing.properties.state, { 'x-also-accepts': { type: 'number' } });
  Object.assign(MakeThing.properties.note, { 'x-open': true });
});

function assembled(text: string, evidence: Evidence): JsonObject {
  const source = { api: 'suno', operation: 'POST /suno/v2/a', url: '', evidence, sha256: '', date: '' } as const;
  const upstream = { sources: { operations: { a: source }, notCovered: {} }, texts: new Map([['a', text]]) };
  return assemble('suno', fragmentsOf(upstream), []);
}

it('believes no mark of ours on a published page', () => {
  expect(assembled(MARKED, 'published')).toEqual(assembled(aFragment('a'), 'published'));
  const renamed = assembled(MARKED.replace('ApiPublicController_a', 'another'), 'published');
  expect(diffDocuments(assembled(MARKED, 'published'), renamed).map(({ rule }) => rule)).toEqual(['operation-id-changed']);
});

it('believes the marks of what we wrote down', () => {
  const text = JSON.stringify(assembled(MARKED, 'transcribed'));
  expect(text).toContain('"anyOf":[{"type":"string","enum":["new","old"]},{"type":"number"}]');
  expect(text).toContain('"x-evidence"');
});

it('keeps a published field that is called like a mark, and other extensions', () => {
  const odd = aFragment('a', (api) => {
    Object.assign(api.components.schemas.Thing.properties, { 'x-evidence': { type: 'string' } });
    Object.assign(api.components.schemas.Thing, { 'x-order': 1 });
  });
  expect(assembled(odd, 'published')).toEqual(
    assemble('suno', [{ name: 'a', evidence: 'published', document: parseYaml(odd, 'a') }], []),
  );
});
