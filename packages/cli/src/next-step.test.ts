import { expect, test } from 'vitest';
import { commandNameIn } from './next-step.ts';

test('says what to type, also where only npx finds it', () => {
  expect(commandNameIn({})).toBe('mountsea-suno');
  expect(commandNameIn({ npm_lifecycle_event: 'npx', npm_lifecycle_script: 'mountsea-suno sandbox' })).toBe('npx mountsea-suno');
  // A program that was started by npx and calls this one does not make it one of npx.
  expect(commandNameIn({ npm_lifecycle_event: 'npx', npm_lifecycle_script: 'vitest run' })).toBe('mountsea-suno');
  expect(commandNameIn({ npm_lifecycle_event: 'start', npm_lifecycle_script: 'mountsea-suno demo' })).toBe('mountsea-suno');
});
