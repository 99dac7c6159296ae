import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../../test/support/a-folder.ts';
import { REPOSITORY } from '../layout.ts';
import { compileExamples } from './compile-examples.ts';
import { publicSymbols } from './public-symbols.ts';
import { runExamples } from './run-examples.ts';

const example = (code: string) => `@example\n * \`\`\`ts\n * ${code}\n * \`\`\``;

const source = `
/** A shape. ${example('console.log(1);')} */
export interface Good {
  /** A side. */
  side: number;
  /** Turns it. ${example('console.log(2);')} */
  turn(): void;
}
export interface Bad {
  side: number;
  turn(): void;
}
/** Says why, but not how. */
export function silent(): void {}
`;

test('names every symbol without a comment or an example', { timeout: 60_000 }, () => {
  const folder = aFolder();
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "types": [] } }');
  writeFileSync(join(folder, 'src/all.ts'), source);
  writeFileSync(join(folder, 'src/index.ts'), "export * from './all';");
  const { symbols, findings } = publicSymbols(folder, [join(folder, 'src/index.ts')]);
  expect(findings.toSorted()).toEqual([
    'src/all.ts: Bad has no comment',
    'src/all.ts: Bad has no example',
    'src/all.ts: Bad.side has no comment',
    'src/all.ts: Bad.turn has no comment',
    'src/all.ts: Bad.turn has no example',
    'src/all.ts: silent has no example',
  ]);
  expect(symbols.filter(({ examples }) => examples.length > 0).map(({ name, examples }) => [name, examples])).toEqual([
    ['Good', ['console.log(1);\n']],
    ['Good.turn', ['console.log(2);\n']],
  ]);
});

test('an example that does not compile is named with its line', { timeout: 60_000 }, () => {
  const { findings } = compileExamples(join(REPOSITORY, 'scripts'), [
    { name: 'right', text: 'export const one: number = 1;' },
    { name: 'wrong', text: "\nexport const one: number = 'one';" },
  ]);
  expect(findings).toEqual(["example wrong, line 2: Type 'string' is not assignable to type 'number'."]);
});

test('an example that fails or ends the process is named', { timeout: 60_000 }, async () => {
  const failures = await runExamples(
    [
      { name: 'right', code: "if (process.env.GIVEN !== 'yes') throw new Error('no');" },
      { name: 'wrong', code: "throw new Error('broken');" },
      { name: 'ending', code: 'process.exit(0);' },
    ],
    { GIVEN: 'yes' },
  );
  expect(failures).toHaveLength(2);
  expect(failures[0]).toMatch(/^example wrong: .*broken/s);
  expect(failures[1]).toMatch(/^example ending: has not ended/);
});
