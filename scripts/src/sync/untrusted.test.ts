import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder } from '../../test/support/a-folder.ts';
import { aFragment } from '../../test/support/an-api.ts';
import { llmsTxt, pageOf } from '../../test/support/pages.ts';
import { openApiBlock } from './openapi-block.ts';
import { pagesIn } from './page-index.ts';
import { pageOperation } from './page-operation.ts';
import { readPages } from './read-pages.ts';
import { folderSite } from './site.ts';

const read = (block: string) => pageOperation(openApiBlock(pageOf(block), 'page') ?? '', 'page');

describe('a page is refused for', () => {
  it.each<[string, string, string]>([
    ['a bomb of aliases', `${aFragment('a')}x-a: &a [x, x]\nx-b: &b [*a, *a]\nx-c: [*b, *b]\n`, 'aliases are refused'],
    ['a key __proto__', `${aFragment('a')}__proto__: { polluted: true }\n`, '__proto__'],
    ['a tag', `${aFragment('a')}x-a: !!binary aGk=\n`, 'not plain YAML'],
    ['an operation outside of the site', aFragment('a').replace('/suno/v2/a', '/../../x'), 'not a plain path'],
    ['a path with a hidden folder', aFragment('a').replace('/suno/v2/a', '/suno/./a'), 'not a plain path'],
    ['a path with code in it', aFragment('a').replace('/suno/v2/a:', '"/a\\"]; evil(); [\\"":'), 'not a plain path'],
    ['an operationId that is not an identifier', aFragment('../../x'), 'not a plain path'],
    ['an operationId that is a path', aFragment('a').replace('ApiPublicController_a', '../../x'), 'not an identifier'],
    ['an operationId that is code', aFragment('a').replace('ApiPublicController_a', 'a; evil()'), 'not an identifier'],
    ['an operationId that is a list', aFragment('a').replace('ApiPublicController_a', '[a]'), 'not an identifier'],
    ['a component that is a path', aFragment('a').replaceAll('MakeThing', '../x'), 'not a plain one'],
    [
      'a reference to a file',
      aFragment('a').replace("'#/components/schemas/Thing'", "'../secret.yaml#/a'"),
      'leads out of the block',
    ],
    [
      'a reference to an address',
      aFragment('a').replace("'#/components/schemas/Thing'", 'https://evil.example/a'),
      'leads out of the block',
    ],
    [
      'an example at an address',
      `${aFragment('a')}x-a:\n  examples: { one: { externalValue: https://evil.example/a } }\n`,
      'leads out of the block',
    ],
    [
      'a discriminator that maps to an address',
      aFragment('a').replace(
        'required: true',
        'required: true\n        x-a: { discriminator: { mapping: { a: https://evil.example/a } } }',
      ),
      'leads out of the block',
    ],
    [
      'two operations',
      aFragment('a').replace(/paths:\n([\s\S]*?)components:/, (all, one: string) =>
        all.replace('components:', `${one.replace('v2/a', 'v2/b')}components:`),
      ),
      '2 operations',
    ],
    [
      'a path with a server of its own',
      aFragment('a').replace('    post:', '    servers: []\n    post:'),
      'more than its operation',
    ],
    ['no operation', 'openapi: 3.0.0\npaths: {}\n', 'no operation'],
    ['another version', aFragment('a').replace('3.0.0', '3.1.0'), 'not OpenAPI 3.0'],
    ['a name that a terminal would obey', aFragment('a').replace('note:', '"no\\e[2Jte":'), 'invisible characters'],
    ['too many nodes', `${aFragment('a')}x-a: [${'1,'.repeat(30_000)}]\n`, 'nodes'],
    ['absurd depth', `${aFragment('a')}x-a: ${'['.repeat(2000)}${']'.repeat(2000)}\n`, 'page: '],
  ])('%s', (_what, block, message) => {
    expect(() => read(block)).toThrow(message);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('its size, before it is parsed', async () => {
    const folder = aFolder({
      'llms.txt': llmsTxt(['/api-reference/suno/a.md']),
      'api-reference/suno/a.md': 'x'.repeat(50 * 1024 * 1024),
    });
    await expect(readPages(folderSite(folder))).rejects.toThrow('larger than');
  });
});

it('keeps foreign prose away from file names: words are free, names are not', () => {
  const block = aFragment('a', (api) => {
    Object.assign(api.paths['/things'].post, { summary: '*/ ` $(evil) ../../x \u001b[2J \u202e' });
  });
  expect(read(block)).toMatchObject({ operation: 'POST /suno/v2/a', operationId: 'ApiPublicController_a' });
});

it('does not follow a link out of the folder', async () => {
  const secret = aFolder({ 'suno/a.md': pageOf(aFragment('a')) });
  const folder = aFolder({ 'llms.txt': llmsTxt(['/api-reference/suno/a.md']) });
  symlinkSync(secret, join(folder, 'api-reference'), 'junction');
  await expect(readPages(folderSite(folder))).rejects.toThrow('leads out of the folder');
});

it('reads a page that is made to be slow quickly', () => {
  const startedAt = performance.now();
  for (const text of [
    'a'.repeat(1_000_000),
    '\n'.repeat(1_000_000),
    '{\n'.repeat(300_000),
    '/a'.repeat(500_000),
    '`'.repeat(1_000_000),
    `\`\`\`\n${'openapi:\n'.repeat(100_000)}`,
  ]) {
    pagesIn(text);
    openApiBlock(text, 'page');
  }
  expect(performance.now() - startedAt).toBeLessThan(5000);
});
