import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { runCli } from './support/run-cli.ts';

/** What a shell prints when it runs a script, line by line. */
function linesOf(shell: 'zsh' | 'fish', ...args: string[]): string[] {
  const { stdout, error } = spawnSync(shell, args, {
    encoding: 'utf8',
    env: { PATH: '/first:/usr/bin:/bin', HOME: '/nonexistent' },
  });
  if (error !== undefined) throw new Error(`these tests need ${shell}: apt-get install ${shell}`, { cause: error });
  return stdout.split('\n').filter(Boolean);
}

it('zsh completes commands, their commands, flags and files, and PATH is left alone', async () => {
  const { stdout: script } = await runCli(['completion', 'zsh']);
  // What zsh's own functions are given stands for what they would show.
  const complete = (...words: string[]): string[] =>
    linesOf(
      'zsh',
      '-f',
      '-c',
      `compdef() {}; _describe() { print -l -- \${(P)2%%:*} }; _files() { print files }
${script}
words=(mountsea-suno ${words.map((word) => `'${word}'`).join(' ')}); CURRENT=${words.length + 1}; _mountsea_suno; print $path[1]`,
    );
  expect(complete('')).toEqual(expect.arrayContaining(['train', 'trainings', '/first']));
  expect(complete('trainings', '')).toEqual(expect.arrayContaining(['list', 'show', 'watch', '/first']));
  expect(complete('trainings', 'show', '')).toContain('--json');
  expect(complete('train', '')).toEqual(expect.arrayContaining(['--name', 'files']));
  expect(complete('completion', '')).toContain('zsh');
});

it('fish completes commands, their commands and flags', async () => {
  const { stdout: script } = await runCli(['completion', 'fish']);
  const complete = (line: string): string[] =>
    linesOf('fish', '--no-config', '-c', `${script}\ncomplete -C 'mountsea-suno ${line}'`).map(
      (offer) => offer.split('\t')[0] ?? '',
    );
  expect(complete('tr')).toEqual(['train', 'trainings']);
  expect(complete('trainings ')).toEqual(expect.arrayContaining(['list', 'show', 'watch']));
  expect(complete('trainings show --j')).toEqual(['--json']);
  expect(complete('completion z')).toEqual(['zsh']);
});
