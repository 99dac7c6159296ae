import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a checkout that git knows or would add, relative to its root, sorted. Deleted ones are left out. */
export function checkoutFiles(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  return [...new Set(listed.split('\0'))].filter((file) => file !== '' && existsSync(join(root, file))).sort();
}

/** Hand-written source: TypeScript and JavaScript that no generator made. */
export function isSource(file: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(file) && !file.endsWith('.gen.ts');
}
