import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const { resolve } = createRequire(import.meta.url);

test('the bundle for browsers stays within its size, gzipped', { timeout: 60_000 }, () => {
  const cli = join(dirname(resolve('size-limit/package.json')), 'bin.js');
  const report = JSON.parse(execFileSync(process.execPath, [cli, '--json'], { cwd: root, encoding: 'utf8' })) as {
    name: string;
    passed: boolean;
    size: number;
  }[];
  expect(report.map(({ passed }) => passed)).toEqual([true]);
  expect(report[0]?.size).toBeGreaterThan(3_000);
});

test('installed it takes at most 1 MB, with two dependencies', () => {
  const folders = [root, dirname(resolve('@mountsea-suno/types/package.json')), dirname(dirname(resolve('openapi-fetch')))];
  const helpers = join(folders[2] ?? '', '../openapi-typescript-helpers');
  const own = (folder: string): number => sizeOf(join(folder, 'dist'));
  const total = own(folders[0] ?? '') + own(folders[1] ?? '') + sizeOf(folders[2] ?? '') + sizeOf(helpers);
  expect(total).toBeLessThan(1_000_000);
  const { dependencies } = createRequire(import.meta.url)('../package.json') as { dependencies: object };
  expect(Object.keys(dependencies)).toEqual(['@mountsea-suno/types', 'openapi-fetch']);
});

test('ten calls cost the type checker at most 1,500 instantiations', { timeout: 120_000 }, () => {
  const empty = instantiations('export {};');
  const ten = instantiations(`
import { createClient, findClipId, findModelId, isMountseaError } from '@mountsea-suno/client';
const client = createClient({ apiKey: 'k', timeoutMs: 1_000 });
const { sessionId } = await client.customModel.prepare();
const upload = await client.customModel.upload({ sessionId, audioUrl: 'https://a.example/1.mp3' });
const clip: string | undefined = findClipId(await client.tasks.get(upload.taskId, { timeoutMs: 5 }));
const create = await client.customModel.create({ sessionId, clipIds: [clip ?? ''], name: 'v6' });
const model = findModelId(await client.tasks.get(create.taskId));
const song = await client.generate({ task: 'create', model: model ?? 'chirp-v50', prompt: 'la' });
const words = await client.lyrics({ lyrics_model: 'default', prompt: 'rain' });
const { credits } = await client.usage.credits();
for await (const item of client.usage.searchPoints({ dateRange: { start: 0, end: 1 } })) console.log(item.finalAmount, credits);
await client.audio.crop({ clip_id: 'c', crop_start_s: 0, crop_end_s: 1 }).catch((error) => isMountseaError(error) && error.code);
console.log(song.taskId, words.taskId, await client.generateSchema());
`);
  expect(ten - empty).toBeLessThan(1_500);
});

/** What `tsc --extendedDiagnostics` counts for a consumer outside of the workspace's sources. */
function instantiations(source: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'mountsea-suno-types-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/consumer.ts'), source);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const paths = { '@mountsea-suno/client': [join(root, 'dist/index.d.ts')] };
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2023', 'dom', 'dom.asynciterable'],
  };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...compilerOptions, types: [], paths }, include: ['src'] }),
  );
  const tsc = resolve('typescript/lib/tsc.js');
  const text = execFileSync(process.execPath, [tsc, '-p', folder, '--extendedDiagnostics', '--skipLibCheck'], {
    encoding: 'utf8',
  });
  return Number(/Instantiations:\s+(\d+)/.exec(text)?.[1]);
}

function sizeOf(path: string): number {
  const stat = statSync(path);
  return stat.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : stat.size;
}
