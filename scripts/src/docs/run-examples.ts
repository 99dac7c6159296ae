import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY } from '../layout.ts';
import type { Script } from './compile-examples.ts';

const limitMs = 60_000;
const atOnce = 2;
const perProcess = 16;

/** Runs in the child process: imports one script after the other and writes how each of them ended. */
const runner = `
import { writeSync } from 'node:fs';
for (const path of process.argv.slice(2)) {
  const error = await import(path).then(() => null, (error) => String(error?.stack ?? error));
  writeSync(1, '\\n\\0' + JSON.stringify({ path, error }) + '\\0\\n');
}
`;

/** Runs the scripts in a few processes, in an empty folder. Returns one line for each that failed or did not end. */
export async function runExamples(scripts: readonly Script[], environment: Record<string, string>): Promise<string[]> {
  const cache = join(REPOSITORY, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  // The folder is below node_modules, so that the names of the packages can be resolved.
  const folder = await mkdtemp(join(cache, 'doc-examples-'));
  try {
    await writeFile(join(folder, 'run.mjs'), runner);
    const files = scripts.map((script, index) => ({ ...script, path: join(folder, `${index}.mjs`) }));
    for (const { path, code } of files) await writeFile(path, code);
    const batches = Array.from({ length: Math.ceil(files.length / perProcess) }, (_, index) =>
      files.slice(index * perProcess, (index + 1) * perProcess),
    );
    const failures: string[] = [];
    const work = async (): Promise<void> => {
      for (let batch = batches.shift(); batch; batch = batches.shift()) {
        const outcomes = await runBatch(
          folder,
          batch.map(({ path }) => path),
          environment,
        );
        for (const { name, path } of batch) {
          const outcome = outcomes.get(path);
          if (outcome !== null) failures.push(`example ${name}: ${outcome ?? `has not ended: ${outcomes.get('')}`}`);
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return failures;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** How each script ended, by path: `null` or its error. The empty path has what the process wrote to standard error. */
function runBatch(
  folder: string,
  paths: readonly string[],
  environment: Record<string, string>,
): Promise<Map<string, string | null>> {
  const { PATH = '' } = process.env;
  const env = { PATH, HOME: folder, MOUNTSEA_SUNO_HOME: join(folder, 'home'), ...environment };
  const options = { cwd: folder, env, timeout: limitMs, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--no-warnings', join(folder, 'run.mjs'), ...paths], options, (error, stdout, stderr) => {
      const outcomes = new Map<string, string | null>([['', `${error?.message ?? ''} ${stderr}`.trim()]]);
      for (const [, line] of stdout.matchAll(/\n\0(.*)\0\n/g)) {
        const { path, error: failure } = JSON.parse(line ?? '') as { path: string; error: string | null };
        outcomes.set(path, failure);
      }
      resolve(outcomes);
    });
  });
}
