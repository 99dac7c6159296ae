import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { createProgram } from './create-program.ts';

const program = createProgram(() => {});
const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];

it.each(all(program).map((command) => [command.name(), command] as const))('the help of %s fits a screen', (_name, command) => {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
  const lines = text.trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(24);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
});

it.each(all(program).map((command) => [command.name(), command] as const))('the help of %s has an example', (_name, command) => {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
  expect(text).toMatch(/^Example: mountsea-suno \S/mu);
});
