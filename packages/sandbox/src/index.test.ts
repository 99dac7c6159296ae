import { expect, test } from 'vitest';
import * as entry from './index.ts';
import * as node from './node.ts';

test('what the package exports', () => {
  expect(Object.keys(entry).sort()).toEqual([
    'createSandbox',
    'createVirtualClock',
    'defaultSwitches',
    'parseSwitches',
    'realClock',
    'switchChoices',
  ]);
  expect(Object.keys(node).sort()).toEqual(['startSandbox']);
});
