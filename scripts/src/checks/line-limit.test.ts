import { expect, it } from 'vitest';
import { aFolder } from '../../test/support/a-folder.ts';
import { longFiles } from './line-limit.ts';

it('catches a hand-written file of 401 lines, and no other', () => {
  const files = {
    'a/at-the-limit.ts': 'x\n'.repeat(400),
    'a/too-long.test.ts': 'x\n'.repeat(401),
    'a/no-end.mjs': `${'x\n'.repeat(400)}x`,
    'a/made.gen.ts': 'x\n'.repeat(5000),
    'a/prose.md': 'x\n'.repeat(5000),
  };
  const found = longFiles(aFolder(files), Object.keys(files));
  expect(found).toEqual([
    expect.stringMatching(/^a\/too-long\.test\.ts has 401 lines/),
    expect.stringMatching(/^a\/no-end\.mjs has 401/),
  ]);
});
