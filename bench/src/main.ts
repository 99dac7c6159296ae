// Measures the client beside its peers and prints the ratios.
//   usage: npm run bench [-- --json] [-- --write] [-- --only size,speed,faults] [-- --quick]
//   out:   tables, or JSON with --json; with --write also results.md of this package
//   exit:  0 when every mark is met, 1 when one is missed: the report names it
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
import { client, missedMarks, workflow } from './report/marks.ts';
import type { Report, Row } from './report/report.ts';
import { textOf } from './report/text.ts';
import { entries } from './subjects/all.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, write: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string' } },
});
const wanted = (section: string): boolean => (values.only ?? 'size,speed,faults').split(',').includes(section);
const rounds = values.quick ? 3 : 15;

const rows = new Map(entries.map(({ name }): [string, Row] => [name, { name }]));
const clients = entries.filter(({ load }) => load !== undefined).map(({ name }) => name);
const note = (name: string, measured: Partial<Row>): void => void Object.assign(rows.get(name) ?? {}, measured);
const say = (text: string): void => void process.stderr.write(`${text}\n`);

if (wanted('size')) {
  for (const entry of entries) {
    if (entry.package === undefined || entry.import === undefined) continue;
    say(`size: ${entry.name}`);
    const { bytes, dependencies } = installed(entry.package);
    note(entry.name, {
      bundleBytes: await bundleBytes(entry.import),
      coldImportMs: coldImportMs(entry.import, rounds),
      installedBytes: bytes,
      dependencies,
      ...(entry.consumer !== undefined && { instantiations: typeInstantiations(entry.consumer) }),
    });
  }
}
if (wanted('speed')) {
  for (const name of clients) {
    say(`speed: ${name}`);
    note(name, { speed: await measureSpeed(name, rounds) });
  }
  say(`speed: ${client} beside openapi-fetch`);
  note(client, { besideOpenapiFetch: await measureSpeed(client, rounds, 'openapi-fetch') });
}
if (wanted('faults')) {
  say('faults: all at once');
  await Promise.all(
    clients.map(async (name) => {
      const { first } = await start<{ charges: Charges[]; survival: Survival[] }>('measure/faults-worker.ts', [name]);
      note(name, first);
    }),
  );
  note(workflow, await measureTraining());
}

const [cpu] = cpus();
const report: Report = {
  date: new Date().toISOString(),
  machine: `${cpu?.model.trim() || process.arch}, ${cpus().length} cores`,
  node: process.versions.node,
  rows: [...rows.values()],
};
process.stdout.write(`${values.json ? JSON.stringify(report, null, 2) : textOf(report)}\n`);
if (values.write) writeFileSync(new URL('../results.md', import.meta.url), markdownOf(report));
process.exitCode = missedMarks(report).length === 0 ? 0 : 1;
