import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answersModule } from '../scripts/answers-module.ts';
import { apiPage } from '../scripts/api-page.ts';
import { generatedFiles, readContract } from '../scripts/generated-files.ts';
import { operations } from '../src/operations.ts';

test.each(generatedFiles())('$path is fresh', ({ path, text }) => {
  expect(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'), 'run npm run generate -w packages/client').toBe(text);
});

test('a method without an operation stops the page', () => {
  const known = { host: 'suno', method: 'POST', path: '/suno/v2/lyrics', summary: 's', schema: undefined } as const;
  const { lyrics } = operations;
  if (!lyrics) throw new Error('no lyrics');
  expect(apiPage({ lyrics }, [known])).toContain('`client.lyrics(body, options?)` | `POST /suno/v2/lyrics` | s |');
  expect(() => apiPage({ lyrics }, [])).toThrow('client.lyrics: the contract has no POST /suno/v2/lyrics');
});

test('an operation without a method is there through client.raw, where that can call it', () => {
  const wav = { host: 'suno', method: 'POST', path: '/suno/v2/wav', summary: 's', schema: undefined } as const;
  const look = { ...wav, host: 'usage', method: 'GET', path: '/api-user/look' } as const;
  const page = apiPage({}, [wav, look]);
  expect(page).toContain(
    "| `client.raw.suno.POST('/suno/v2/wav', options)` | `POST /suno/v2/wav` | s | only when not accepted |\n",
  );
  expect(page).toContain(
    "| `client.raw.usage.GET('/api-user/look', options)` | `GET /api-user/look` | s | after any passing fault |\n",
  );
  for (const other of [{ method: 'DELETE' }, { path: '/suno/v2/wav/{id}' }])
    expect(() => apiPage({}, [{ ...wav, ...other }])).toThrow('client.raw cannot call');
});

test('a schema reference that leads nowhere stops the generation', () => {
  const contract = readContract();
  expect(() => answersModule({ ...contract, suno: { ...contract.suno, components: { schemas: {} } } })).toThrow('leads nowhere');
});
