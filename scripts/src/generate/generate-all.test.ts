import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder } from '../../test/support/a-folder.ts';
import { type Layout, layoutOf, REPOSITORY } from '../layout.ts';
import { staleFiles } from './generate-all.ts';

/** A copy of what the pipeline reads and writes in this checkout. */
function aCopy(): Layout {
  const root = aFolder();
  for (const part of [
    'openapi',
    'packages/types/src/generated',
    'packages/sandbox/src/generated',
    'packages/client/src',
    'packages/client/api.md',
  ])
    cpSync(join(REPOSITORY, part), join(root, part), { recursive: true });
  return layoutOf(root);
}

const append = (file: string, text: string): void => writeFileSync(file, readFileSync(file, 'utf8') + text);

describe('staleFiles', () => {
  it('finds this checkout fresh', async () => {
    expect(await staleFiles(aCopy())).toEqual([]);
  });

  it('names each stale file and the command that refreshes it', async () => {
    const copy = aCopy();
    append(copy.document('usage'), '# by hand\n');
    append(copy.types('suno'), '// by hand\n');
    rmSync(copy.contract);
    expect(await staleFiles(copy)).toEqual([
      'openapi/usage.yaml is stale: npm run generate',
      'packages/types/src/generated/suno.gen.ts is stale: npm run generate',
      'packages/sandbox/src/generated/contract.gen.ts is stale: npm run generate',
    ]);
  });

  it('sees an overlay that was added and not assembled', async () => {
    const copy = aCopy();
    writeFileSync(
      join(copy.overlays, '99-new.yaml'),
      'overlay: 1.0.0\nextends: ../usage.yaml\nactions: [{ target: $.info, description: because, update: { version: 9.9.9 } }]\n',
    );
    expect((await staleFiles(copy))[0]).toBe('openapi/usage.yaml is stale: npm run generate');
  });

  it('refuses a fragment that was edited by hand, is missing or is not listed', async () => {
    const edited = aCopy();
    append(join(edited.upstream, 'generate.yaml'), '# by hand\n');
    await expect(staleFiles(edited)).rejects.toThrow('upstream is never edited by hand');
    const missing = aCopy();
    rmSync(join(missing.upstream, 'generate.yaml'));
    await expect(staleFiles(missing)).rejects.toThrow('openapi/upstream/generate.yaml is missing');
    const stray = aCopy();
    writeFileSync(join(stray.upstream, 'stray.yaml'), 'a: 1\n');
    await expect(staleFiles(stray)).rejects.toThrow('stray.yaml');
  });
});
