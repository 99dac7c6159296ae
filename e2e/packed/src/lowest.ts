// Installs the packed packages in a clean folder, each dependency at the lowest version that their ranges allow, and runs the main job there.
//   usage: npm run test:lowest
//   in:    the built packages, and the registry that npm is configured for
//   exit:  0 when everything runs, on this Node and each other one on the path; 1 when something does not, with the reason on stderr
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installIn, jobs, nodes, runCommand, runJob } from './consumer.ts';
import { lowestVersions } from './lowest-versions.ts';
import { findInstalled, pack, publishedPackages, readManifest, run } from './pack.ts';

const folders = publishedPackages();
const manifests = folders.map(readManifest);
const versions = lowestVersions(manifests);
const workspace = mkdtempSync(join(tmpdir(), 'mountsea-suno-lowest-'));
const consumer = join(workspace, 'consumer');

try {
  await installIn(consumer, await pack(folders, workspace), versions);
  for (const { name, dependencies, peerDependencies } of manifests)
    for (const dependency of Object.keys({ ...dependencies, ...peerDependencies })) {
      const { version } = readManifest(findInstalled(dependency, join(consumer, 'node_modules', name)));
      assert.equal(version, versions.get(dependency) ?? version, `${name} does not get the lowest ${dependency}`);
    }
  for (const [name, version] of versions) process.stdout.write(`${name} ${version}\n`);

  const entries = manifests.flatMap(({ name, exports = {} }) =>
    Object.keys(exports)
      .filter((entry) => entry !== './package.json')
      .map((entry) => name + entry.slice(1)),
  );
  const importAll = entries.map((entry) => `await import(${JSON.stringify(entry)});`).join('\n');
  for (const node of nodes()) {
    await run(node, ['--input-type=module', '--eval', importAll], { cwd: consumer });
    for (const job of Object.keys(jobs)) await runJob(node, consumer, job);
    const demo = await runCommand(node, consumer, 'demo', '--json', '--speed', '200', '--poll-interval', '2000');
    assert.match(demo, /"modelId": ?"chirp-custom:/);
    process.stdout.write(`${entries.length} entries, ${Object.keys(jobs).length} jobs and the demo run on ${node}\n`);
  }
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
