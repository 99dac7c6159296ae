import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answersModule } from '../scripts/answers-module.ts';
import { apiPage } from '../scripts/api-page.ts';
import { contractDocuments, generatedFiles } from '../scripts/generated-files.ts';
import { operations } from '../src/operations.ts';

test.each(generatedFiles())('$path is fresh', ({ path, text }) => {
  expect(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'), 'run npm run generate -w packages/client').toBe(text);
});

test('a method without an operation, and an operation without a method, stop the page', () => {
  const known = { method: 'POST', path: '/suno/v2/lyrics', summary: 's', schema: undefined };
  const { lyrics } = operations;
  if (!lyrics) throw new Error('no lyrics');
  expect(apiPage({ lyrics }, [known])).toContain('`client.lyrics(body, options?)` | `POST /suno/v2/lyrics` | s |');
  expect(() => apiPage({ lyrics }, [])).toThrow('client.lyrics: the contract has no POST /suno/v2/lyrics');
  expect(() => apiPage({ lyrics }, [known, { ...known, path: '/other' }])).toThrow('no method for POST /other');
});

test('a schema reference that leads nowhere stops the generation', () => {
  const [document] = contractDocuments();
  if (!document) throw new Error('no contract');
  expect(() => answersModule([{ ...document, components: { schemas: {} } }])).toThrow('leads nowhere');
});
