import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assembleAll, documentFiles } from '../src/contract/documents.ts';
import { readUpstream, upstreamFiles } from '../src/contract/upstream.ts';
import { sha256, writeAll } from '../src/files.ts';
import { generateAll, staleFiles } from '../src/generate/generate-all.ts';
import { type Layout, REPOSITORY } from '../src/layout.ts';
import { rememberRelease } from '../src/release/changelog.ts';
import { withoutStamp } from '../src/release/changeset-text.ts';
import { readPages } from '../src/sync/read-pages.ts';
import { folderSite } from '../src/sync/site.ts';
import { syncUpstream } from '../src/sync/sync-upstream.ts';
import { type Updated, update } from '../src/update.ts';
import { aCheckout } from './support/a-checkout.ts';

const HISTORY = join(REPOSITORY, 'scripts/fixtures/history');

const updateTo = (layout: Layout, step: string, options = {}): Promise<Updated> =>
  update({ layout, site: folderSite(join(HISTORY, step)), today: '2026-11-22', ...options });

/** What lies in the folders that the pipeline writes, as one hash. */
function stateOf({ root }: Layout): string {
  const files = globSync(['openapi/**/*.{yaml,ts}', 'packages/*/src/generated/*', '.changeset/*'], { cwd: root }).sort();
  return sha256(files.map((file) => `${file}\n${readFileSync(join(root, file), 'utf8')}`).join('\n'));
}

/** A checkout whose last release is one page folder of the history. */
async function releasedAt(step: string): Promise<Layout> {
  const layout = aCheckout();
  const before = readUpstream(layout);
  const { upstream } = syncUpstream(before, await readPages(folderSite(join(HISTORY, step))), { today: '2026-11-22' });
  const { documents } = assembleAll(layout, upstream);
  writeAll(
    new Map([
      ...upstreamFiles(layout, before, upstream),
      ...documentFiles(layout, documents),
      ...(await generateAll(layout, documents)).files,
    ]),
  );
  release(layout);
  return layout;
}

function release(layout: Layout): void {
  rememberRelease(layout);
  rmSync(layout.changeset, { force: true });
}

/** The versions of the packages, by the name of their folder. */
function versionsIn(root: string): Record<string, string> {
  const manifests = globSync('packages/*/package.json', { cwd: root });
  return Object.fromEntries(
    manifests.map((file) => [basename(dirname(file)), JSON.parse(readFileSync(join(root, file), 'utf8')).version]),
  );
}

/** The first part in which two versions differ. */
function raisedPart(before: string, after = ''): string | undefined {
  const parts = after.split('.');
  return ['major', 'minor', 'patch'][before.split('.').findIndex((part, index) => part !== parts[index])];
}

const changesetOf = (layout: Layout): string => withoutStamp(readFileSync(layout.changeset, 'utf8'));

describe('a recorded history of pages', { timeout: 120_000 }, () => {
  it('becomes releases of the right size, without a hand on them', async () => {
    const layout = await releasedAt('01-six-values');
    const bumps: Record<string, string> = {};
    for (const step of ['02-eight-values', '03-new-operation', '04-removed-field', '05-renamed-schema']) {
      const { bump, rules, types, manualSteps } = await updateTo(layout, step);
      // A person says whether a new operation may be sent again: until then the client does not compile.
      const policy = 'packages/client/src/retry-policies.ts: POST /suno/v2/wav needs a retry policy';
      if (bump === 'minor') expect(manualSteps, step).toEqual(step === '03-new-operation' ? [policy] : []);
      expect(rules, step).toBe(types?.level);
      expect(await staleFiles(layout), step).toEqual([]);
      const released = stateOf(layout);
      expect((await updateTo(layout, step)).written, `${step} again`).toEqual([]);
      expect(stateOf(layout)).toBe(released);
      bumps[step] = bump;
      expect(changesetOf(layout)).toMatchSnapshot(step);
      release(layout);
    }
    expect(bumps).toEqual({
      '02-eight-values': 'minor',
      '03-new-operation': 'minor',
      '04-removed-field': 'major',
      '05-renamed-schema': 'major',
    });
    expect(readFileSync(join(layout.root, 'packages/client/api.md'), 'utf8')).toContain(
      "| `client.raw.suno.POST('/suno/v2/wav', options)` |",
    );
    const before = stateOf(layout);
    await expect(updateTo(layout, '06-broken-scrape')).rejects.toThrow('nothing was written');
    expect(stateOf(layout)).toBe(before);
  });

  it('keeps one changeset, always the net change since the release', async () => {
    const layout = await releasedAt('01-six-values');
    await updateTo(layout, '02-eight-values');
    await updateTo(layout, '03-new-operation');
    expect(changesetOf(layout)).toContain('can have more values: queued, awaiting');
    expect(changesetOf(layout)).toContain('POST /suno/v2/wav');
    await updateTo(layout, '01-six-values', { acceptRemovals: true });
    expect(globSync('.changeset/*.md', { cwd: layout.root })).toEqual([]);
  });

  it('keeps what a person wrote under "How to migrate", and asks for it until then', async () => {
    const layout = await releasedAt('03-new-operation');
    const first = await updateTo(layout, '04-removed-field');
    expect(first.manualSteps).toContainEqual(expect.stringContaining('How to migrate'));
    writeFileSync(
      layout.changeset,
      changesetOf(layout).replace(/\(to be written.*\)/, 'Read `failReason` in place of `failCode`.'),
    );
    const again = await updateTo(layout, '04-removed-field');
    expect(again.manualSteps).not.toContainEqual(expect.stringContaining('How to migrate'));
    const second = await updateTo(layout, '05-renamed-schema');
    expect(second.manualSteps).toContainEqual(expect.stringContaining('How to migrate'));
    expect(changesetOf(layout)).toContain('Read `failReason` in place of `failCode`.');
  });

  it('asks for a hand in every run until there was one', async () => {
    const layout = await releasedAt('01-six-values');
    writeFileSync(layout.typeTests, `${readFileSync(layout.typeTests, 'utf8')}\nexpectTypeOf<TaskStatus>().toBeNumber();\n`);
    const { manualSteps } = await updateTo(layout, '02-eight-values');
    expect(manualSteps).toEqual([expect.stringContaining('type tests:')]);
    expect(await updateTo(layout, '02-eight-values')).toMatchObject({ manualSteps, written: [] });
  });

  it('writes nothing on a dry run, and finds out the same', async () => {
    const layout = await releasedAt('01-six-values');
    const before = stateOf(layout);
    const dry = await updateTo(layout, '02-eight-values', { dryRun: true });
    expect(stateOf(layout)).toBe(before);
    expect({ ...(await updateTo(layout, '02-eight-values')), written: [] }).toEqual(dry);
  });
});

describe('the commands', { timeout: 120_000 }, () => {
  it('go from a folder to a changeset, which `changeset version` consumes', async () => {
    const layout = await releasedAt('01-six-values');
    cpSync(join(REPOSITORY, 'scripts/src'), join(layout.root, 'scripts/src'), { recursive: true });
    const git = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@localhost', ...args], { cwd: layout.root, encoding: 'utf8' });
    git('init', '-q', '-b', 'main');
    const spec = (script: string, ...args: string[]) =>
      spawnSync(process.execPath, [join(layout.root, `scripts/src/commands/${script}.ts`), ...args], {
        cwd: layout.root,
        encoding: 'utf8',
      });

    const updated = spec('update', '--from', join(HISTORY, '02-eight-values'), '--report', join(layout.root, 'report.md'));
    expect(updated).toMatchObject({ status: 0, stderr: expect.stringContaining('.changeset/spec-update.md') });
    expect(readFileSync(join(layout.root, 'report.md'), 'utf8')).toContain('a minor since the last release');
    expect(spec('generate', '--check').status).toBe(0);
    expect(spec('diff').status).toBe(11);

    git('add', '-A', '--', '.changeset', 'openapi', 'packages', 'package.json');
    git('commit', '-q', '-m', 'Follow the API');
    execFileSync(process.execPath, [join(REPOSITORY, 'node_modules/@changesets/cli/bin.js'), 'version'], {
      cwd: layout.root,
      stdio: 'ignore',
    });
    expect(globSync('.changeset/*.md', { cwd: layout.root })).toEqual([]);
    expect(spec('diff').status).toBe(0);
    const changelog = readFileSync(join(layout.root, 'packages/types/CHANGELOG.md'), 'utf8');
    expect(changelog).toContain('can have more values: queued, awaiting');
    expect(changelog).not.toContain('<!--');
    const versions = versionsIn(layout.root);
    const raised = Object.entries(versionsIn(REPOSITORY)).map(([name, version]) => [name, raisedPart(version, versions[name])]);
    expect(Object.fromEntries(raised)).toEqual({
      types: 'minor',
      client: 'minor',
      workflow: 'minor',
      sandbox: 'minor',
      cli: 'patch',
      hosting: undefined,
    });
    expect(spec('update', '--from', join(HISTORY, '02-eight-values'))).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('Nothing was written'),
    });
  });

  it('stop at a broken scrape with exit code 1, and at a wrong option with 2', async () => {
    const { root } = await releasedAt('05-renamed-schema');
    const spec = (...args: string[]) =>
      spawnSync(process.execPath, [join(REPOSITORY, 'scripts/src/commands/sync.ts'), '--root', root, ...args], {
        encoding: 'utf8',
      });
    expect(spec('--from', join(HISTORY, '06-broken-scrape'))).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/nothing was written.*GET \/suno\/v2\/status: its page \S+ has no OpenAPI block/s),
    });
    expect(spec('--from', join(HISTORY, '05-renamed-schema'))).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^not checked, as the page .*; stays as transcribed: .*\bcustomModelPrepare\b/m),
    });
    expect(spec('--from', join(HISTORY, 'nowhere'))).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^--from: there is no folder .*nowhere\n$/),
    });
    expect(spec('--from', root)).toMatchObject({ status: 1, stderr: '/llms.txt is not there\n' });
    expect(spec('--from', 'https://evil.example')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('only docs.mountsea.ai'),
    });
    expect(spec('--form', 'x').status).toBe(2);
  });
});
