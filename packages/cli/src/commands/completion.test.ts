import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { completionScript } from './completion.ts';
import { createProgram } from './create-program.ts';

const program = createProgram(
  () => {},
  () => {},
);

it.each(['bash', 'zsh', 'fish'])('knows every command and flag for %s', (shell) => {
  const script = completionScript(shell, program);
  for (const word of ['trainings', 'watch', 'models', 'import']) expect(script).toContain(word);
  for (const flag of ['poll-interval', 'resend-create', 'no-wait']) expect(script).toContain(flag);
});

it.each(['zsh', 'fish'])('describes every flag for %s', (shell) => {
  expect(completionScript(shell, program)).toContain('one JSON object on stdout');
  expect(completionScript(shell, program)).not.toMatch(/-d ''|'--[a-z-]+:'/u);
});

it('refuses other shells', () => {
  expect(() => completionScript('powershell', program)).toThrow('bash, zsh and fish');
});

describe('in bash', () => {
  const complete = (...words: string[]): string[] => {
    const script = `${completionScript('bash', program)}
COMP_WORDS=(mountsea-suno ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _mountsea_suno; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout.split('\n').filter(Boolean);
  };

  it('completes commands, their commands, flags and files', () => {
    expect(complete('tr')).toEqual(['train', 'trainings']);
    expect(complete('trainings', '')).toEqual(expect.arrayContaining(['list', 'show', 'watch']));
    expect(complete('trainings', 'show', '--j')).toEqual(['--json']);
    expect(complete('train', '--resend')).toEqual([]);
    expect(complete('models', 'import', 'package.js')).toEqual(['package.json']);
    expect(complete('completion', 'z')).toEqual(['zsh']);
  });
});
