import { cpSync, globSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Layout, layoutOf, REPOSITORY } from '../../src/layout.ts';
import { aFolder } from './a-folder.ts';
import { asTranscribed } from './as-transcribed.ts';

/** A copy of what the pipeline reads and writes in this checkout, with its tools. All of its fragments count as transcribed. */
export function aCheckout(): Layout {
  const root = aFolder();
  const parts = [
    'openapi',
    'packages/types/src',
    'packages/types/tsconfig.json',
    'packages/sandbox/src/generated',
    'packages/client/src',
    'packages/client/api.md',
    'tsconfig.base.json',
    'package.json',
    'package-lock.json',
    '.changeset/config.json',
    ...globSync('packages/*/package.json', { cwd: REPOSITORY }),
  ];
  for (const part of parts) {
    mkdirSync(dirname(join(root, part)), { recursive: true });
    cpSync(join(REPOSITORY, part), join(root, part), { recursive: true });
  }
  symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'), 'junction');
  const layout = layoutOf(root);
  asTranscribed(layout);
  return layout;
}
