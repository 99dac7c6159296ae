import { describe, expect, it } from 'vitest';
import { llmsTxt } from '../../test/support/pages.ts';
import { pageAt, pagesIn } from './page-index.ts';

describe('pagesIn', () => {
  it('finds the pages of our APIs in all languages, and nothing else', () => {
    const index = llmsTxt([
      '/api-reference/suno/task.md',
      '/zh/api-reference/suno/task.md',
      '/api-reference/usage/points-search.md',
      '/api-reference/hub/task.md',
      '/quickstart.md',
    ]);
    expect(pagesIn(index).map(({ api, slug, language, path }) => [api, slug, language, path])).toEqual([
      ['suno', 'task', 'en', '/api-reference/suno/task.md'],
      ['suno', 'task', 'zh', '/zh/api-reference/suno/task.md'],
      ['usage', 'points-search', 'en', '/api-reference/usage/points-search.md'],
    ]);
  });

  it.each([
    'https://docs.mountsea.ai/api-reference/suno/task.md',
    'https://docs.mountsea.ai/api-reference/suno/task',
    'https://mountsea.mintlify.app/api-reference/suno/task.mdx',
    '/api-reference/suno/task.md',
    './api-reference/suno/task.md',
    'https://docs.mountsea.ai/api-reference/suno/task.md?x=1#y',
  ])('reads the address %s', (address) => {
    for (const text of [`- [Task](${address}): words`, `- ${address}`, `<${address}>`, `See ${address}.`])
      expect(pagesIn(text)).toHaveLength(1);
  });

  it('recognises a language by the end of a name', () => {
    expect(pageAt('/api-reference/suno/customModelCreate.zh.md')).toMatchObject({ slug: 'customModelCreate', language: 'zh' });
  });

  it.each([
    'http://docs.mountsea.ai/api-reference/suno/task.md',
    'https://evil.example/api-reference/suno/task.md',
    'https://docs.mountsea.ai@evil.example/api-reference/suno/task.md',
    'https://docs.mountsea.ai/api-reference/suno/../../../etc/passwd',
    'https://docs.mountsea.ai/api-reference/suno/%2e%2e/%2e%2e/etc/passwd',
    'https://docs.mountsea.ai/api-reference/suno/a%2fb.md',
    'file:///etc/passwd',
    'javascript:alert(1)',
  ])('passes over %s', (address) => {
    expect(pagesIn(`[x](${address})`)).toEqual([]);
    expect(pageAt(address)).toBeUndefined();
  });
});
