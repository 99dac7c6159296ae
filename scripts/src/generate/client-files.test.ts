import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder } from '../../test/support/a-folder.ts';
import { objectAt } from '../contract/document.ts';
import { readDocuments } from '../contract/documents.ts';
import { layoutOf } from '../layout.ts';
import { apiPage } from './api-page.ts';
import { clientCalls } from './client-calls.ts';
import { clientFiles } from './client-files.ts';

/** The sources of a client with one class of methods. */
function aClient(methods: string, type = 'Methods<ThingMethods>'): string {
  const source = aFolder();
  mkdirSync(join(source, 'resources'));
  writeFileSync(join(source, 'client.ts'), `export interface MountseaClient { readonly things: ${type} }`);
  writeFileSync(join(source, 'resources/things.ts'), `export class ThingMethods {\n  readonly #suno: never;\n${methods}\n}`);
  return source;
}

describe('clientCalls', () => {
  test('finds the operation that each method calls, and where', () => {
    const source = aClient(`  readonly get = (id: string, options?: object): Promise<object> =>
    dataOf(this.#suno.GET('/suno/v2/things', { params: { query: { id } }, ...call(thing, options) }));`);
    expect(clientCalls(source)).toEqual([
      { call: 'client.things.get(id, options?)', operation: 'GET /suno/v2/things', file: 'resources/things.ts', line: 4 },
    ]);
  });

  test('stops at a method without an operation, and at methods that nobody can reach', () => {
    expect(() => clientCalls(aClient('  readonly get = (): number => 1;'))).toThrow('things.get calls no operation');
    expect(() => clientCalls(aClient('', 'unknown'))).toThrow('no property of MountseaClient has the methods of ThingMethods');
  });
});

test('api.md names an operation without a method as a raw call, with the policy of one that nobody knows', () => {
  const summary = 'a | b\n<c>';
  const page = apiPage(
    [{ call: 'client.lyrics(body)', operation: 'POST /suno/v2/lyrics', file: '', line: 1 }],
    [
      { host: 'suno', operation: 'POST /suno/v2/wav', summary },
      { host: 'usage', operation: 'GET /api-user/new', summary: 's' },
      { host: 'suno', operation: 'POST /suno/v2/lyrics', summary: 's' },
    ],
  );
  expect(page.match(/^\| `.*$/gm)).toEqual([
    '| `client.lyrics(body)` | `POST /suno/v2/lyrics` | s | at most once |',
    "| `client.raw.suno.POST('/suno/v2/wav', options)` | `POST /suno/v2/wav` | a b c | at most once |",
    "| `client.raw.usage.GET('/api-user/new', options)` | `GET /api-user/new` | s | read |",
  ]);
});

test('what does not fit the contract is named with its line', () => {
  const layout = layoutOf();
  const documents = readDocuments(layout);
  expect(clientFiles(layout, documents)).toMatchObject({ manualSteps: [], unnamed: [] });
  const changed = structuredClone(documents);
  const paths = objectAt(changed.suno, 'paths');
  paths['/suno/v2/wav'] = objectAt(paths, '/suno/v2/mdi');
  delete paths['/suno/v2/audio/fade'];
  const { manualSteps, unnamed } = clientFiles(layout, changed);
  expect(unnamed).toEqual(['POST /suno/v2/wav']);
  expect(manualSteps).toEqual([
    expect.stringMatching(
      /^packages\/client\/src\/resources\/audio\.ts:\d+: client\.audio\.fade\(body, options\?\) calls POST \/suno\/v2\/audio\/fade, which/,
    ),
    'packages/client/src/retry-policies.ts: POST /suno/v2/wav needs a retry policy',
    'packages/client/src/retry-policies.ts: POST /suno/v2/audio/fade is not in the contract any more',
  ]);
});
