import { modes } from '../measure/speed.ts';
import { client, leastOfOpenapiFetch, mostCpu, sizeMarks, slower, workflow } from './marks.ts';
import type { Report, Row } from './report.ts';

/** A table: its title, its head and its lines. */
export interface Table {
  title: string;
  note: string;
  head: string[];
  lines: string[][];
}

/** The tables of a report. The marks stand in lines of their own; `missedMarks` names what misses one. */
export function tablesOf({ rows }: Report): Table[] {
  return [
    {
      title: 'Size and start',
      note: 'Bundle for browsers, minified and gzipped; what an import adds to the start of Node; what is installed; the types that `tsc` instantiates for a program of ten calls. The workflow counts with the client that it needs.',
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
        ...[client, workflow].map((name) => {
          const { bundleBytes = 0, coldImportMs, installedBytes = 0, instantiations } = sizeMarks[name] ?? {};
          const most = (value: number | undefined): string => (value === undefined ? '–' : `≤ ${value}`);
          return [
            `mark, ${name}`,
            most(bundleBytes / 1000),
            most(coldImportMs),
            most(installedBytes / 1e6),
            '–',
            most(instantiations),
          ];
        }),
      ],
    },
    {
      title: 'Calls per second, as a ratio to plain fetch',
      note: `Each subject in a process of its own, short slice by short slice in turn with plain fetch. Higher is better; the mark is to be ahead of ${slower.join(', ')} in each.`,
      head: ['', ...modes],
      lines: speedLines(rows, 'callsRatio'),
    },
    {
      title: 'The client beside openapi-fetch itself',
      note: 'The client is built on openapi-fetch: both in one process, slice by slice in turn. What retries, time limits and errors cost.',
      head: ['', ...modes],
      lines: rows.flatMap(({ besideOpenapiFetch: speed }) =>
        speed
          ? [
              ['calls per second, as a ratio to openapi-fetch', ...speed.map(({ callsRatio }) => number(callsRatio, 2))],
              ['mark', ...modes.map(() => `≥ ${leastOfOpenapiFetch}`)],
              ['CPU time per call, as a ratio to openapi-fetch', ...speed.map(({ cpuRatio }) => number(cpuRatio, 2))],
            ]
          : [],
      ),
    },
    {
      title: 'CPU time per call, as a ratio to plain fetch',
      note: 'From the same slices. Lower is better.',
      head: ['', ...modes],
      lines: [...speedLines(rows, 'cpuRatio'), ['mark', ...modes.map(() => `≤ ${mostCpu}`)]],
    },
    {
      title: 'Charges made by one create',
      note: 'The server accepts the first request, then something goes wrong; default settings. In brackets: what the error says of the charge (`done`: there was no error).',
      head: ['', ...(rows.find(({ charges }) => charges)?.charges ?? []).map(({ scenario }) => scenario)],
      lines: rows.flatMap(({ name, charges }) =>
        charges ? [[name, ...charges.map((it) => `${it.accepted} (${it.reported})`)]] : [],
      ),
    },
    {
      title: 'What survives in the middle of waiting for a task',
      note: 'One poll meets the fault. With the library’s own poller, else in a plain loop around its call.',
      head: ['', ...(rows.find(({ survival }) => survival)?.survival ?? []).map(({ fault }) => fault)],
      lines: rows.flatMap(({ name, survival }) =>
        survival ? [[name, ...survival.map((it) => (it.survived ? 'yes' : 'no'))]] : [],
      ),
    },
  ].filter(({ lines, head }) => head.length > 1 && lines.some(([name]) => !name?.startsWith('mark')));
}

function speedLines(rows: readonly Row[], key: 'callsRatio' | 'cpuRatio'): string[][] {
  return rows.flatMap(({ name, speed }) => (speed ? [[name, ...speed.map((it) => number(it[key], 2))]] : []));
}

function number(value: number | undefined, digits: number): string {
  return value === undefined ? '–' : value.toFixed(digits);
}
