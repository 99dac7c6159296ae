import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord, objectAt } from '../contract/document.ts';
import { builtinsReached, importsOf, targetOf } from './import-graph.ts';
import { isSource } from './source-files.ts';

/** What one package may import of ours, in its source and, beyond that, in its tests. */
interface Rule {
  source: readonly string[];
  tests?: readonly string[];
  /** Entries that need Node; all the others are for any platform. */
  nodeEntries?: readonly string[];
}

/**
 * The directions of the house. The sandbox imports nothing of ours: it and the client are two readings of one contract, so
 * that each tests the other.
 */
const RULES: Readonly<Record<string, Rule>> = {
  internal: { source: [], nodeEntries: ['./node'] },
  'test-support': { source: [], nodeEntries: ['./s3-server'] },
  types: { source: [] },
  sandbox: { source: [], nodeEntries: ['./node'] },
  hosting: { source: ['internal'], tests: ['test-support'], nodeEntries: ['./node', './s3'] },
  client: { source: ['internal', 'types'], tests: ['sandbox'] },
  workflow: { source: ['internal', 'types', 'client'], tests: ['sandbox'], nodeEntries: ['./node'] },
  restate: { source: ['types', 'client', 'workflow'], tests: ['sandbox'], nodeEntries: ['.'] },
  cli: {
    source: ['internal', 'types', 'client', 'workflow', 'sandbox', 'hosting'],
    tests: ['test-support'],
    nodeEntries: ['.'],
  },
};

const SCOPE = '@mountsea-suno/';

/** One line for each import that runs against the directions, and for each neutral entry that reaches a Node built-in. */
export function boundaryBreaches(root: string, files: readonly string[]): string[] {
  const sources = files.filter((file) => file.startsWith('packages/') && isSource(file));
  const names = [...new Set(sources.map(packageOf))];
  return [
    ...names.filter((name) => RULES[name] === undefined).map((name) => `packages/${name}: no rule says what it may import`),
    ...sources.flatMap((file) => importsOf(root, file).flatMap((specifier) => breach(file, specifier))),
    ...names.flatMap((name) => platformBreaches(root, name, new Set(files))),
  ];
}

function packageOf(file: string): string {
  return file.split('/')[1] ?? '';
}

function breach(file: string, specifier: string): string[] {
  const name = packageOf(file);
  const rule = RULES[name];
  const target = targetOf(file, specifier);
  if (target !== undefined && !target.startsWith(`packages/${name}/`) && !isShared(file, target))
    return [`${file} imports ${specifier}: that leaves its package; use the package's name`];
  if (rule === undefined || !specifier.startsWith(SCOPE)) return [];
  const imported = specifier.slice(SCOPE.length).split('/')[0] ?? '';
  if (imported === name || rule.source.includes(imported) || (isTest(file) && rule.tests?.includes(imported))) return [];
  return [`${file} imports ${specifier}: ${name} may import ${rule.source.join(', ') || 'nothing of ours'}`];
}

function isTest(file: string): boolean {
  return /\/(test|bench)\//.test(file) || /\.(test|test-d|bench)\.ts$/.test(file);
}

/** Build settings at the root are for all packages. */
function isShared(file: string, target: string): boolean {
  return file.endsWith('.config.ts') && /^\w+\.base\.ts$/.test(target);
}

function platformBreaches(root: string, name: string, files: ReadonlySet<string>): string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(root, `packages/${name}/package.json`), 'utf8'));
  return Object.entries(objectAt(manifest, 'exports')).flatMap(([entry, target]) => {
    const built = isRecord(target) ? target.default : target;
    if (RULES[name]?.nodeEntries?.includes(entry) || typeof built !== 'string') return [];
    const source = `packages/${name}/${built.replace(/^\.\/dist\//, 'src/').replace(/\.js$/, '.ts')}`;
    return files.has(source)
      ? builtinsReached(root, source, files).map((way) => `${name} '${entry}' is for any platform: ${way}`)
      : [];
  });
}
