/**
 * Brings Swagger UI into `assets/swagger-ui`: `npm run vendor:docs -- 5.35.0`.
 *
 * It is copied rather than depended on: the package is 12 MB, of which the reference page needs 0.5 MB, and installing it reports the
 * install to a third party.
 *
 * Input: the version. Output: the files of `wanted`, gzipped where they are served, and `source.json`. Exit 0 done · 1 it could not be had.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const wanted = ['swagger-ui-bundle.js', 'swagger-ui.css', 'LICENSE', 'NOTICE', 'swagger-ui-bundle.js.LICENSE.txt'];

const [version = ''] = process.argv.slice(2);
const target = new URL('../assets/swagger-ui/', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'swagger-ui-'));
try {
  const packed = execFileSync('npm', ['pack', `swagger-ui-dist@${version}`, '--json', '--pack-destination', folder], {
    encoding: 'utf8',
  });
  const [{ filename, integrity }] = JSON.parse(packed) as [{ filename: string; integrity: string }];
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', folder]);
  const sha256: Record<string, string> = {};
  for (const name of wanted) {
    const bytes = readFileSync(join(folder, 'package', name));
    const isServed = /\.(js|css)$/.test(name);
    sha256[name] = createHash('sha256').update(bytes).digest('hex');
    writeFileSync(new URL(isServed ? `${name}.gz` : name, target), isServed ? gzipSync(bytes, { level: 9 }) : bytes);
  }
  const source = { package: 'swagger-ui-dist', version, integrity, license: 'Apache-2.0', sha256 };
  writeFileSync(new URL('source.json', target), `${JSON.stringify(source, undefined, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
