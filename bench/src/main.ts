// Measures the client beside its peers and prints the ratios.
//   usage: npm run bench [-- --json] [-- --write] [-- --only size,speed,faults] [-- --quick]
//   out:   tables, or JSON with --json; with --write also results.md of this package
//   exit:  0, also when a mark is missed: that is said in the report
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Charges } from './measure/charges.ts';
import { start } from './measure/child.ts';
import { measureSpeed } from './measure/speed.ts';
import type { Survival } from './measure/survival.ts';
import { measureTraining } from './measure/training-faults.ts';
import { typeInstantiations } from './measure/type-cost.ts';
import { bundleBytes, coldImportMs, installed } from './measure/weight.ts';
import { markdownOf } from './report/markdown.ts';
import type { Report, Row } from './report/report.ts';
import { textOf } from './report/text.ts';
import { entries } from './subjects/all.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, write: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string' } },
});
const wanted = (section: string): boolean => (values.only ?? 'size,speed,faults').split(',').includes(section);
const rounds = values.quick ? 3 : 15;

const rows: Row[] = entries.map(({ name }) => ({ name }));
const say = (text: string): void => void process.stderr.write(`${text}\n`);

if (wanted('size')) {
  for (const [index, entry] of entries.entries()) {
    if (entry.package === undefined || entry.import === undefined) continue;
    say(`size: ${entry.name}`);
    const { bytes, dependencies } = installed(entry.package);
    const { consumer } = entry;
    Object.assign(rows[index] ?? {}, {
      bundleBytes: await bundleBytes(entry.import),
      coldImportMs: coldImportMs(entry.import, rounds),
      installedBytes: bytes,
      dependencies,
      ...(consumer !== undefined && { instantiations: typeInstantiations(consumer) }),
    });
  }
}
if (wanted('speed')) {
  for (const [index, { name }] of entries.entries()) {
    say(`speed: ${name}`);
    Object.assign(rows[index] ?? {}, { speed: await measureSpeed(name, rounds) });
  }
}
if (wanted('faults')) {
  say('faults: all at once');
  await Promise.all(
    entries.map(async ({ name }, index) => {
      const { first } = await start<{ charges: Charges[]; survival: Survival[] }>('measure/faults-worker.ts', [name]);
      Object.assign(rows[index] ?? {}, first);
    }),
  );
  rows.splice(1, 0, { name: '@mountsea-suno/workflow', ...(await measureTraining()) });
}

const [cpu] = cpus();
const report: Report = {
  date: new Date().toISOString(),
  machine: `${cpu?.model.trim() || process.arch}, ${cpus().length} cores`,
  node: process.versions.node,
  rows,
};
process.stdout.write(`${values.json ? JSON.stringify(report, null, 2) : textOf(report)}\n`);
if (values.write) writeFileSync(new URL('../results.md', import.meta.url), markdownOf(report));
