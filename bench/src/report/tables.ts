import { modes } from '../measure/speed.ts';
import type { Report, Row } from './report.ts';

/** A table: its title, its head and its lines. */
export interface Table {
  title: string;
  note: string;
  head: string[];
  lines: string[][];
}

const ours = '@mountsea-suno/client';

/** The tables of a report. The marks stand in a line of their own, and what of ours misses one is named by `misses`. */
export function tablesOf({ rows }: Report): Table[] {
  return [
    {
      title: 'Size and start',
      note: 'Bundle for browsers, minified and gzipped; what an import adds to the start of Node; what is installed; the types that `tsc` instantiates for a program of ten calls.',
      head: ['', 'bundle, kB', 'cold import, ms', 'installed, MB', 'dependencies', 'type instantiations'],
      lines: [
        ...rows
          .filter(({ bundleBytes }) => bundleBytes !== undefined)
          .map((row) => [
            row.name,
            number((row.bundleBytes ?? 0) / 1000, 1),
            number(row.coldImportMs, 0),
            number((row.installedBytes ?? 0) / 1e6, 1),
            number(row.dependencies, 0),
            number(row.instantiations, 0),
          ]),
        ['mark', '≤ 6', '≤ 10', '≤ 1', '≤ 2 direct', '≤ 1500'],
      ],
    },
    {
      title: 'Calls per second, as a ratio to plain fetch',
      note: 'Each subject in a process of its own, short slice by short slice in turn with plain fetch. Higher is better.',
      head: ['', ...modes],
      lines: [...speedLines(rows, 'callsRatio'), ['mark', ...modes.map(() => '≥ 0.90')]],
    },
    {
      title: 'CPU time per call, as a ratio to plain fetch',
      note: 'From the same slices. Lower is better.',
      head: ['', ...modes],
      lines: [...speedLines(rows, 'cpuRatio'), ['mark', ...modes.map(() => '≤ 1.25')]],
    },
    {
      title: 'Charges made by one create',
      note: 'The server accepts the first request, then something goes wrong; default settings. In brackets what the error says of the charge (`done`: no error).',
      head: ['', ...(rows.find(({ charges }) => charges)?.charges ?? []).map(({ scenario }) => scenario)],
      lines: rows.flatMap(({ name, charges }) =>
        charges ? [[name, ...charges.map((it) => `${it.accepted} (${it.told})`)]] : [],
      ),
    },
    {
      title: 'What survives in the middle of waiting for a task',
      note: 'One look meets the fault. With the library’s own poller, else in a plain loop around its call.',
      head: ['', ...(rows.find(({ survival }) => survival)?.survival ?? []).map(({ fault }) => fault)],
      lines: rows.flatMap(({ name, survival }) =>
        survival ? [[name, ...survival.map((it) => (it.survived ? 'yes' : 'no'))]] : [],
      ),
    },
  ].filter(({ lines, head }) => head.length > 1 && lines.some(([name]) => name !== 'mark'));
}

/** The marks that ours misses, one line each. */
export function misses({ rows }: Report): string[] {
  const row = rows.find(({ name }) => name === ours);
  if (!row) return [];
  const found: string[] = [];
  const check = (what: string, value: number | undefined, isMet: (value: number) => boolean, mark: string): void => {
    if (value !== undefined && !isMet(value)) found.push(`${what}: ${number(value, 2)}, the mark is ${mark}`);
  };
  check('bundle, bytes', row.bundleBytes, (it) => it <= 6_000, '≤ 6,000');
  check('cold import, ms', row.coldImportMs, (it) => it <= 10, '≤ 10');
  check('installed, bytes', row.installedBytes, (it) => it <= 1e6, '≤ 1,000,000');
  check('type instantiations', row.instantiations, (it) => it <= 1_500, '≤ 1,500');
  row.speed?.forEach(({ callsRatio, cpuRatio }, index) => {
    check(`calls per second, ${modes[index]}`, callsRatio, (it) => it >= 0.9, '≥ 0.90');
    check(`CPU per call, ${modes[index]}`, cpuRatio, (it) => it <= 1.25, '≤ 1.25');
  });
  for (const { scenario, accepted } of row.charges ?? []) check(`charges, ${scenario}`, accepted, (it) => it === 1, '1');
  return found;
}

function speedLines(rows: readonly Row[], key: 'callsRatio' | 'cpuRatio'): string[][] {
  return rows.flatMap(({ name, speed }) => (speed ? [[name, ...speed.map((it) => number(it[key], 2))]] : []));
}

function number(value: number | undefined, digits: number): string {
  return value === undefined ? '–' : value.toFixed(digits);
}
