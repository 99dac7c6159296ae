import { execFileSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRecord, type JsonObject, objectAt } from '../src/contract/document.ts';
import { REPOSITORY } from '../src/layout.ts';
import { missingDependents } from '../src/release/missing-dependents.ts';
import { aCheckout } from './support/a-checkout.ts';

const CLIENT = '@mountsea-suno/client';
const WORKFLOW = '@mountsea-suno/workflow';
const KINDS = ['dependencies', 'devDependencies', 'peerDependencies'] as const;

const manifestOf = (root: string, name: string): JsonObject =>
  JSON.parse(readFileSync(join(root, `packages/${name}/package.json`), 'utf8'));

/** A checkout in which every package was released as `version`, and the workflow takes the client as a peer. */
function releasedAs(version: string): string {
  const { root } = aCheckout();
  cpSync(join(REPOSITORY, 'scripts/src'), join(root, 'scripts/src'), { recursive: true });
  for (const file of globSync('packages/*/package.json', { cwd: root })) {
    const manifest: JsonObject = JSON.parse(readFileSync(join(root, file), 'utf8'));
    if (manifest.name === WORKFLOW) {
      const { [CLIENT]: _, ...dependencies } = objectAt(manifest, 'dependencies');
      Object.assign(manifest, { dependencies, peerDependencies: { ...objectAt(manifest, 'peerDependencies'), [CLIENT]: '' } });
    }
    for (const kind of KINDS) {
      const list = manifest[kind];
      if (isRecord(list))
        for (const name of Object.keys(list)) if (name.startsWith('@mountsea-suno/')) list[name] = `^${version}`;
    }
    writeFileSync(join(root, file), JSON.stringify({ ...manifest, version }, null, 2));
  }
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: root });
  return root;
}

function addChangeset(root: string, releases: Record<string, string>): void {
  const front = Object.entries(releases).map(([name, level]) => `'${name}': ${level}`);
  writeFileSync(join(root, '.changeset/a-change.md'), ['---', ...front, '---', '', 'What a caller notices.', ''].join('\n'));
}

/** Runs `changeset version`, and returns what it made of the client and of the workflow. */
function release(root: string): { client: unknown; workflow: unknown; peer: unknown } {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@localhost', ...args], { cwd: root });
  git('add', '-A', '--', '.changeset', 'packages', 'package.json');
  git('commit', '-q', '-m', 'A change');
  execFileSync(process.execPath, [join(REPOSITORY, 'node_modules/@changesets/cli/bin.js'), 'version'], {
    cwd: root,
    stdio: 'ignore',
  });
  const [client, workflow] = [manifestOf(root, 'client'), manifestOf(root, 'workflow')];
  return { client: client.version, workflow: workflow.version, peer: objectAt(workflow, 'peerDependencies')[CLIENT] };
}

describe('a release of the client', { timeout: 60_000 }, () => {
  it.each([
    ['1.2.0', 'patch', '1.2.1'],
    ['1.2.0', 'minor', '1.3.0'],
    ['0.4.0', 'patch', '0.4.1'],
  ])('from %s as a %s stays inside the range of its peers, and leaves them as they are', (version, level, client) => {
    const root = releasedAs(version);
    const before = manifestOf(root, 'workflow');
    addChangeset(root, { [CLIENT]: level });
    expect(missingDependents(root)).toEqual([]);
    expect(release(root)).toEqual({ client, workflow: version, peer: `^${version}` });
    expect(manifestOf(root, 'workflow')).toEqual(before);
  });

  it.each([
    ['1.2.0', 'major', '2.0.0', '1.2.1'],
    ['0.4.0', 'minor', '0.5.0', '0.4.1'],
    ['0.4.0', 'major', '1.0.0', '0.4.1'],
  ])('from %s as a %s leaves the range: the workflow has to be named, and is bumped alike', (version, level, next, alone) => {
    const root = releasedAs(version);
    addChangeset(root, { [CLIENT]: level });
    expect(missingDependents(root)).toEqual([
      `.changeset: ${CLIENT} ${next} leaves the range ^${version} of ${WORKFLOW}; name '${WORKFLOW}': ${level} too, and say what its users notice`,
    ]);
    addChangeset(root, { [CLIENT]: level, [WORKFLOW]: 'patch' });
    expect(missingDependents(root)).toHaveLength(1);
    addChangeset(root, { [CLIENT]: level, [WORKFLOW]: level });
    expect(missingDependents(root)).toEqual([]);
    expect(release(root)).toEqual({ client: next, workflow: next, peer: `^${next}` });

    // What the check is for: by itself, `changeset version` gives the workflow a patch.
    const unchecked = releasedAs(version);
    addChangeset(unchecked, { [CLIENT]: level });
    expect(release(unchecked)).toEqual({ client: next, workflow: alone, peer: `^${next}` });
  });

  it('concerns typed packages that have it as a dependency too, and no package without types', () => {
    const root = releasedAs('1.2.0');
    addChangeset(root, { '@mountsea-suno/types': 'major' });
    expect(missingDependents(root)).toEqual([expect.stringContaining(`name '${CLIENT}': major too`)]);
    addChangeset(root, { '@mountsea-suno/hosting': 'major', '@mountsea-suno/sandbox': 'major' });
    expect(missingDependents(root)).toEqual([]);
  });
});
