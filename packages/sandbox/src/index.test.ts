import { expect, test } from 'vitest';
import * as contract from './contract.ts';
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
  expect(Object.keys(contract)).toEqual(['compileContract']);
  expect(Object.keys(node).sort()).toEqual(['startSandbox']);
});
