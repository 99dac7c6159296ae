// Which file may import which: the arrows of CONTRIBUTING.md as rules. `npm run lint` checks them in the folder that it runs in.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * What each package may import of ours in its source, and beyond that in its tests. `node` names the entries that need Node; every other entry
 * runs on any platform. The sandbox imports nothing of ours, so that it and the client are two independent readings of one contract.
 * @type {Readonly<Record<string, { source: readonly string[], tests?: readonly string[], node?: readonly string[] }>>}
 */
const packages = {
  internal: { source: [], node: ['./node'] },
  'test-support': { source: [], node: ['./s3-server'] },
  types: { source: [] },
  sandbox: { source: [], node: ['./node'] },
  hosting: { source: ['internal'], tests: ['test-support'], node: ['./node', './s3'] },
  songs: { source: ['internal'], tests: ['test-support'], node: ['./node'] },
  client: { source: ['internal', 'types'], tests: ['sandbox'] },
  workflow: { source: ['internal', 'types', 'client'], tests: ['sandbox'], node: ['./node'] },
  postgres: { source: ['types', 'client', 'workflow'], tests: ['sandbox'], node: ['.'] },
  restate: { source: ['types', 'client', 'workflow'], tests: ['sandbox'], node: ['.'] },
  mcp: { source: ['types', 'client', 'workflow', 'sandbox', 'hosting', 'songs'], tests: ['test-support'], node: ['.'] },
  cli: {
    source: ['internal', 'types', 'client', 'workflow', 'sandbox', 'hosting', 'songs', 'postgres', 'mcp'],
    tests: ['test-support'],
    node: ['.'],
  },
};

/** What the folders beside `packages` may import of ours. Nobody imports anything of theirs. */
const folders = {
  scripts: ['sandbox'],
  bench: ['types', 'client', 'workflow', 'sandbox'],
  e2e: ['types', 'client', 'workflow', 'sandbox', 'hosting', 'songs', 'postgres', 'restate', 'mcp', 'cli'],
  examples: ['types', 'client', 'workflow', 'sandbox', 'hosting', 'songs', 'postgres', 'restate'],
};

const present = readdirSync('packages').filter((name) => existsSync(`packages/${name}/package.json`));
for (const name of present)
  if (packages[name] === undefined)
    throw new Error(`packages/${name}: no rule says what it may import. Give it a line in .dependency-cruiser/files.mjs.`);

const entries = present.flatMap((name) => {
  const { exports = {} } = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8'));
  return Object.entries(exports).flatMap(([entry, target]) => {
    const [, path] = /^\.\/(?:dist|src)\/(.+)\.[jt]s$/.exec(target.default ?? target) ?? [];
    return path === undefined
      ? []
      : [{ file: `packages/${name}/src/${path}.ts`, needsNode: packages[name].node?.includes(entry) }];
  });
});

const tests = String.raw`^packages/[^/]+/(test/|.*\.(test|test-d)\.[cm]?ts$)`;
/** Settings of a package's tools; those at the root are for all packages. */
const settings = String.raw`^packages/[^/]+/[^/]+\.config\.ts$`;
const sharedSettings = String.raw`^[^/]+\.base\.ts$`;
const ours = String.raw`^(packages|${Object.keys(folders).join('|')})/|^[^/]+\.[cm]?[jt]s$`;
const builtins = `^(node:.+|${builtinModules.join('|')})$`;

/** The files that reach into a package: the bench measures parts that no entry exports, and `api.md` is made from the client's own source. */
const reachesInside = String.raw`^(bench/src/workflow/workflow|scripts/src/generate/client)-inside\.ts$`;

const inside = (names) => names.map((name) => `^packages/${name}/`);
const oneOf = (files) => `^(${files.map(({ file }) => file.replaceAll('.', String.raw`\.`)).join('|')})$`;

function direction(name, comment, from, allowed) {
  const { path, pathNot = [] } = from;
  return {
    name,
    comment,
    severity: 'error',
    from: { path, pathNot: [reachesInside, ...pathNot] },
    to: { path: ours, pathNot: allowed },
  };
}

function directionsOf(name) {
  const { source, tests: more = [] } = packages[name];
  const listed = (names) => names.join(', ') || 'nothing of ours';
  const files = `^(?=packages/${name}/)`;
  return [
    direction(
      `${name}-imports`,
      `packages/${name} may import ${listed(source)}.`,
      { path: `^packages/${name}/`, pathNot: [tests, settings] },
      inside([name, ...source]),
    ),
    direction(
      `${name}-tests-import`,
      `The tests of packages/${name} may import ${listed([...source, ...more])}.`,
      { path: files + tests.slice(1) },
      inside([name, ...source, ...more]),
    ),
    direction(
      `${name}-settings-import`,
      `The settings of packages/${name} may import the *.base.ts at the root.`,
      { path: files + settings.slice(1) },
      [`^packages/${name}/`, sharedSettings],
    ),
  ];
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...present.flatMap(directionsOf),
    ...Object.entries(folders).map(([name, allowed]) =>
      direction(`${name}-imports`, `${name}/ may import ${allowed.join(', ')}.`, { path: `^${name}/` }, [
        `^${name}/`,
        ...inside(allowed),
      ]),
    ),
    {
      name: 'only-an-entry',
      comment: 'The inside of a package is private: import an entry that its package.json exports, by the name of the package.',
      severity: 'error',
      from: { path: '^(packages/[^/]+|[^/]+)/', pathNot: reachesInside },
      to: { path: '^packages/', pathNot: ['^$1/', oneOf(entries)] },
    },
    {
      name: 'only-by-its-name',
      comment:
        'A relative path that leaves its package leads nowhere for somebody who installs it: import the other one by its name.',
      severity: 'error',
      from: { path: '^(packages/[^/]+|[^/]+)/', pathNot: reachesInside },
      to: { path: '^packages/', pathNot: '^$1/', dependencyTypesNot: ['aliased'] },
    },
    {
      name: 'no-such-entry',
      comment: 'No package of ours has this entry.',
      severity: 'error',
      from: {},
      to: { path: '^@mountsea-suno/', couldNotResolve: true },
    },
    {
      name: 'no-circle',
      comment:
        'Files that import one another, types included, cannot be read one after the other: move what both need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'any-platform',
      comment: 'This entry is for any platform, so no chain of imports may lead from it to a Node built-in.',
      severity: 'error',
      from: { path: oneOf(entries.filter(({ needsNode }) => !needsNode)) },
      to: { path: builtins, reachable: true },
    },
  ],
  options: {
    // Imports of types count too: a type can close a circle or point against an arrow as well as a value can.
    tsPreCompilationDeps: true,
    detectJSDocImports: true,
    exclude: { path: ['(^|/)dist/', './node_modules/'] },
    doNotFollow: { path: '(^|/)node_modules/' },
    webpackConfig: { fileName: fileURLToPath(new URL('resolve.mjs', import.meta.url)) },
  },
};
