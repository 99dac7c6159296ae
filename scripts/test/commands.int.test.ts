import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assembleAll, documentFiles } from '../src/contract/documents.ts';
import { writeYaml } from '../src/contract/yaml.ts';
import { writeAll } from '../src/files.ts';
import { REPOSITORY } from '../src/layout.ts';
import { aCheckout } from './support/a-checkout.ts';
import { aFolder } from './support/a-folder.ts';
import { aFragment, anApi } from './support/an-api.ts';
import { llmsTxt, pageOf } from './support/pages.ts';

/** Runs one of the scripts as npm does, from that folder. */
function spec(name: string, args: readonly string[], cwd: string) {
  const env = { ...process.env, INIT_CWD: cwd };
  return spawnSync(process.execPath, [join(REPOSITORY, `scripts/src/commands/${name}.ts`), ...args], {
    cwd,
    env,
    encoding: 'utf8',
  });
}

describe('spec:diff', () => {
  const api = anApi();
  Object.assign(api.components.schemas.Thing.properties, { size: { type: 'number' } });
  const folder = (): string => aFolder({ 'a.yaml': writeYaml(anApi()), 'b.yaml': writeYaml(api), 'bad.yaml': 'a: [' });

  it('shows the bump by its exit code', () => {
    const cwd = folder();
    expect(spec('diff', ['a.yaml', 'a.yaml'], cwd)).toMatchObject({ status: 0, stdout: 'bump: none\n' });
    expect(spec('diff', ['a.yaml', 'b.yaml'], cwd)).toMatchObject({
      status: 11,
      stdout: expect.stringContaining('`Thing.size` is a new field'),
    });
    expect(spec('diff', ['b.yaml', 'a.yaml'], cwd).status).toBe(12);
  });

  it('lists changes for programs and for pull requests', () => {
    const cwd = folder();
    expect(JSON.parse(spec('diff', ['a.yaml', 'b.yaml', '--format', 'json'], cwd).stdout)).toEqual({
      bump: 'minor',
      changes: [
        {
          rule: 'response-property-added',
          level: 'minor',
          direction: 'response',
          pointer: '#/components/schemas/Thing/properties/size',
          operations: ['POST /things'],
          message: '`Thing.size` is a new field',
          typed: true,
        },
      ],
    });
    expect(spec('diff', ['a.yaml', 'b.yaml', '--format', 'markdown'], cwd).stdout).toContain(
      '| minor | `Thing.size` is a new field | POST /things | response | `response-property-added` |',
    );
  });

  it('says what is wrong with its input', () => {
    const cwd = folder();
    expect(spec('diff', ['a.yaml', 'bad.yaml'], cwd)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('not plain YAML'),
    });
    expect(spec('diff', ['a.yaml'], cwd)).toMatchObject({ status: 2, stderr: expect.stringContaining('usage:') });
    expect(spec('diff', ['a.yaml', 'b.yaml', '--format', 'xml'], cwd).status).toBe(2);
    expect(spec('diff', ['a.yaml', 'b.yaml', '--from', 'x'], cwd)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^Unknown option '--from'.*\n$/),
    });
    expect(spec('diff', ['a.yaml', 'nowhere.yaml'], cwd)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^ENOENT.*nowhere\.yaml'\n$/),
    });
  });
});

describe('each step', () => {
  const steps = ['sync', 'lint', 'diff', 'generate', 'changeset', 'update'];

  it.each(steps)('%s shows how it is called, and refuses another call in one line', (step) => {
    const help = spec(step, ['--help', '--from', 'nowhere'], REPOSITORY);
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(help.stdout).toMatch(/^[A-Z].*\.\n {2}usage: npm run (?:spec:|generate).*\n {2}exit: {2}0 .*2 wrong usage\n$/s);
    expect(spec(step, ['--nope'], REPOSITORY)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Unknown option '--nope'.*\n$/),
    });
  });
});

describe('spec:sync', () => {
  it.each(['file://host/x', 'file:///a%2Fb', 'https://[', 'https://docs.mountsea.ai:99999', 'package.json'])(
    'refuses to read from %s in one line',
    (from) => {
      expect(spec('sync', ['--from', from], REPOSITORY)).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringMatching(/^--from: .+\n$/),
      });
    },
  );

  it('reads a folder by its file:// address, and changes nothing the second time', () => {
    const { root, sources } = aCheckout();
    const from = pathToFileURL(join(REPOSITORY, 'scripts/fixtures/history/02-eight-values')).href;
    const first = spec('sync', ['--from', from, '--root', root], root);
    expect(first).toMatchObject({ status: 0, stderr: expect.stringContaining('pages read') });
    const before = readFileSync(sources, 'utf8');
    expect(spec('sync', ['--from', from, '--root', root], root)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Upstream is as it was\.$/m),
    });
    expect(readFileSync(sources, 'utf8')).toBe(before);
  });
});

it('shows no control characters of a refused page', () => {
  const { root } = aCheckout();
  const odd = pageOf(`${aFragment('a')}x-a: !<\u001b[31m\u202e> b\n`);
  const from = aFolder({ 'llms.txt': llmsTxt(['/api-reference/suno/a.md']), 'api-reference/suno/a.md': odd });
  const { status, stderr } = spec('sync', ['--from', from, '--root', root], root);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^\/api-reference\/suno\/a\.md: not plain YAML: Unresolved tag: \[31m at line \d+, column \d+:\n$/);
});

describe('generate', () => {
  it('names what is stale, makes everything, and then finds it fresh', () => {
    const layout = aCheckout();
    const { root } = layout;
    writeAll(documentFiles(layout, assembleAll(layout).documents));
    writeFileSync(layout.types('usage'), 'by hand');
    rmSync(layout.contract);
    const stale = spec('generate', ['--check', '--root', root], root);
    expect({ status: stale.status, lines: stale.stderr.trim().split('\n').toSorted() }).toEqual({
      status: 1,
      lines: expect.arrayContaining([
        'packages/sandbox/src/generated/contract.gen.ts is stale: npm run generate',
        'packages/types/src/generated/usage.gen.ts is stale: npm run generate',
      ]),
    });
    expect(existsSync(layout.contract)).toBe(false);
    expect(spec('generate', ['--root', root], root)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Wrote .*usage\.gen\.ts/),
    });
    expect(spec('generate', ['--check', '--root', root], root)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(spec('generate', ['--root', root], root)).toMatchObject({ status: 0, stdout: 'Everything generated is as it was.\n' });
  });
});

describe('spec:lint', () => {
  it('finds nothing in the contract, and something in what is not sound', () => {
    const cwd = aFolder({ 'a.yaml': writeYaml({ ...anApi(), paths: { '/a': { get: { responses: {} } } } }) });
    expect(spec('lint', [], cwd)).toMatchObject({ status: 0, stderr: '' });
    expect(spec('lint', ['a.yaml'], cwd)).toMatchObject({ status: 1, stderr: expect.stringContaining('(operation-id)') });
  });
});
