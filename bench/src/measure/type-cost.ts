import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const compilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: 'es2022',
  module: 'nodenext',
  lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
  types: ['node'],
  typeRoots: [fileURLToPath(new URL('../../../node_modules/@types', import.meta.url))],
};

/** The types that `tsc` instantiates for a consumer of ten calls, beyond those for an empty file. */
export function typeInstantiations(consumer: string): number {
  return count(join(root, 'consumers', consumer)) - count(undefined);
}

function count(file: string | undefined): number {
  const folder = mkdtempSync(join(tmpdir(), 'mountsea-suno-types-'));
  try {
    writeFileSync(join(folder, 'empty.ts'), 'export {};');
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file ?? 'empty.ts'] }));
    const tsc = createRequire(import.meta.url).resolve('typescript/lib/tsc.js');
    const text = execFileSync(process.execPath, [tsc, '-p', folder, '--extendedDiagnostics'], { encoding: 'utf8' });
    return Number(/Instantiations:\s+(\d+)/.exec(text)?.[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
