import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { aFolder } from '../../test/support/a-folder.ts';
import { REPOSITORY } from '../layout.ts';
import { compileExamples } from './compile-examples.ts';
import { publicSymbols } from './public-symbols.ts';
import { runExamples } from './run-examples.ts';

const example = (code: string) => `@example\n * \`\`\`ts\n * ${code}\n * \`\`\``;

/** What `publicSymbols` finds in a package with this source. */
function documented(source: string, more: Record<string, string> = {}): ReturnType<typeof publicSymbols> {
  const folder = aFolder({
    'tsconfig.json': '{ "compilerOptions": { "strict": true, "types": [], "lib": ["ES2022"] } }',
    'src/all.ts': source,
    'src/index.ts': "export * from './all';",
    ...more,
  });
  return publicSymbols(folder, [join(folder, 'src/index.ts')]);
}

const found = (source: string, more?: Record<string, string>): string[] => documented(source, more).findings.toSorted();

describe('a comment', { timeout: 60_000 }, () => {
  it('is missing where a symbol or a member has none', () => {
    const source = `
export interface Bad { side: number; turn(): void }
export type Shape = { side: number };
export class Thing { private hidden = 1; #secret = 2; side = 1; turn(): void {} }
export const one = 1;
`;
    expect(found(source).filter((finding) => finding.endsWith('no comment'))).toEqual(
      ['Bad', 'Bad.side', 'Bad.turn', 'Shape', 'Shape.side', 'Thing', 'Thing.side', 'Thing.turn', 'one'].map(
        (name) => `src/all.ts: ${name} has no comment`,
      ),
    );
  });

  it('is enough where people do not begin', () => {
    const source = `
/** A shape. */
export interface Shape {
  /** A side. */
  side: number;
  /** Turns it. */
  turn(options: Shape): void;
}
/** A union. */
export type Event = { type: 'a'; index: number } | { type: 'b' };
/** A number. */
export const one = 1;
`;
    expect(found(source)).toEqual([]);
  });
});

const needs = (name: string, what: string): string => `src/all.ts: ${name} has no example; ${what} needs one`;

/** Each source lacks one example. With it, nothing is found. */
describe('an example is missing', { timeout: 60_000 }, () => {
  it.each<[string, string, string, string]>([
    ['on a function', 'MARK\nexport function call(): void {}', 'call', 'a function that people call'],
    ['on a function in a variable', 'MARK\nexport const call = (): number => 1;', 'call', 'a function that people call'],
    ['on a class that can be constructed', 'MARK\nexport class Thing {}', 'Thing', 'a class that people construct'],
    [
      'on a class with a factory',
      'MARK\nexport class Thing { private constructor() {}\n/** Makes one. */\nstatic of(): Thing { return new Thing(); } }',
      'Thing',
      'a class that people construct',
    ],
    ['on an error', 'MARK\nexport class Broken extends Error {}', 'Broken', 'an error that people handle'],
    [
      'on an error of an error',
      'class Base extends Error {}\nMARK\nexport class Broken extends Base { protected constructor() { super(); } }',
      'Broken',
      'an error that people handle',
    ],
    [
      'on options',
      'MARK\nexport interface CallOptions {\n/** A side. */\nside?: number }\nDONE\nexport function call(options?: CallOptions): void {}',
      'CallOptions',
      'an options object',
    ],
    [
      'on options behind a helper',
      'MARK\nexport interface CallOptions {\n/** A side. */\nside: number }\nDONE\nexport function call(options: Partial<CallOptions> = {}): void {}',
      'CallOptions',
      'an options object',
    ],
    [
      'on options that are taken apart',
      'MARK\nexport type CallOptions = {\n/** A side. */\nside?: number };\nDONE\nexport const call = ({ side }: CallOptions): number => side ?? 1;',
      'CallOptions',
      'an options object',
    ],
    [
      'on options of a constructor',
      'MARK\nexport interface ThingOptions {\n/** A side. */\nside?: number }\nDONE\nexport class Thing { constructor(options: ThingOptions) {} }',
      'ThingOptions',
      'an options object',
    ],
  ])('%s', (_what, source, name, what) => {
    const done = `/** What it is. ${example('console.log(1);')} */`;
    const lacking = source.replace('DONE', done).replace('MARK', '/** What it is. */');
    expect(found(lacking)).toEqual([needs(name, what)]);
    expect(found(source.replace('DONE', done).replace('MARK', done))).toEqual([]);
  });
});

describe('no example is demanded', { timeout: 60_000 }, () => {
  it.each([
    [
      'of data that a function takes',
      'export interface Data {\n/** A side. */\nside: number }\n',
      'export function call(data: Data): void {}',
    ],
    ['of a class that only the package constructs', '', 'export class Thing { private constructor() {} }'],
    ['of an abstract class', '', 'export abstract class Thing {}'],
  ])('%s', (_what, before, source) => {
    const comment = source.includes('function') ? `/** What it is. ${example('console.log(1);')} */` : '/** What it is. */';
    expect(found(`${before && `/** Some data. */\n${before}`}${comment}\n${source}`)).toEqual([]);
  });

  it('of what a generated file has', () => {
    const more = { 'src/index.ts': "export * from './made.gen';", 'src/made.gen.ts': 'export function call(): void {}' };
    expect(found('', more)).toEqual([]);
  });
});

test('examples are taken wherever they stand', { timeout: 60_000 }, () => {
  const { symbols } = documented(`
/** A shape. ${example('console.log(1);')} */
export interface Shape {
  /** Turns it. ${example('console.log(2);')} */
  turn(): void;
}
`);
  expect(symbols.filter(({ examples }) => examples.length > 0).map(({ name, examples }) => [name, examples])).toEqual([
    ['Shape', ['console.log(1);\n']],
    ['Shape.turn', ['console.log(2);\n']],
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
