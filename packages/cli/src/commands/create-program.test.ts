import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { createProgram } from './create-program.ts';

let text = '';
const program = createProgram(
  () => {},
  (part) => {
    text += part;
  },
);
const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];
const cases = all(program).map((command) => [command.name(), command] as const);

it.each(cases)('the help of %s fits a terminal of 80 columns and 24 rows, the last of which is the prompt', (_name, command) => {
  text = '';
  command.outputHelp();
  const lines = text.trimEnd().split('\n');
  expect(lines.length).toBeLessThan(24);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});

it.each(cases)('the help of %s has an example', (_name, command) => {
  text = '';
  command.outputHelp();
  expect(text).toMatch(/^Example: mountsea-suno \S/mu);
});
