import { expect, it } from 'vitest';

it('exports this and nothing else', async () => {
  const [index, node, s3] = await Promise.all([import('./index.ts'), import('./node.ts'), import('./s3.ts')]);
  expect([index, node, s3].map((entry) => Object.keys(entry).toSorted())).toEqual([
    [
      'HostingError',
      'blobSource',
      'claimHosted',
      'cleanUpHosted',
      'hostAll',
      'hostingErrorTable',
      'isHostingError',
      'journaledHost',
      'listHosted',
      'memoryJournalStore',
      'sniffAudio',
    ],
    ['expandInputs', 'fileJournalStore', 'fileSource', 'preflight'],
    ['loadS3Options', 's3Host', 's3HostFor'],
  ]);
});
