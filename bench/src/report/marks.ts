import { modes } from '../measure/speed.ts';
import type { Report, Row } from './report.ts';

export const client = '@mountsea-suno/client';
export const workflow = '@mountsea-suno/workflow';

/** The most that each may weigh, take and cost. The workflow counts with the client that it needs. */
export const sizeMarks: Readonly<Record<string, SizeMarks>> = {
  [client]: { bundleBytes: 8_500, coldImportMs: 10, installedBytes: 1_000_000, instantiations: 1_500 },
  [workflow]: { bundleBytes: 18_000, coldImportMs: 15, installedBytes: 1_500_000 },
};

interface SizeMarks {
  readonly bundleBytes: number;
  readonly coldImportMs: number;
  readonly installedBytes: number;
  readonly instantiations?: number;
}

/** The client is built on openapi-fetch, and has to make at least this share of its calls per second. */
export const leastOfOpenapiFetch = 0.95;
/** The most CPU time of a call, as a ratio to plain fetch. */
export const mostCpu = 1.4;
/** The libraries that the client has to be ahead of in each mode. */
export const slower: readonly string[] = ['openai', '@fal-ai/client', 'ky'];

/** The marks that a run missed, one line each. What was not measured does not miss a mark. */
export function missedMarks({ rows }: Report): string[] {
  const ours = rows.find(({ name }) => name === client);
  return [
    ...rows.flatMap((row) => missedSizes(row, sizeMarks[row.name])),
    ...modes.flatMap((mode, index) => [
      ...tooLow(`calls per second beside openapi-fetch, ${mode}`, ours?.besideOpenapiFetch?.[index]?.callsRatio),
      ...tooHigh(`CPU per call, ${mode}`, ours?.speed?.[index]?.cpuRatio, mostCpu),
      ...behind(mode, ours?.speed?.[index]?.callsRatio, rows, index),
    ]),
    ...(ours?.charges ?? [])
      .filter(({ accepted }) => accepted !== 1)
      .map(({ scenario, accepted }) => `charges, ${scenario}: ${accepted}, the mark is 1`),
  ];
}

function missedSizes(row: Row, marks: SizeMarks | undefined): string[] {
  if (marks === undefined) return [];
  return [
    ...tooHigh(`${row.name}: bundle, bytes`, row.bundleBytes, marks.bundleBytes),
    ...tooHigh(`${row.name}: cold import, ms`, row.coldImportMs, marks.coldImportMs),
    ...tooHigh(`${row.name}: installed, bytes`, row.installedBytes, marks.installedBytes),
    ...tooHigh(`${row.name}: type instantiations`, row.instantiations, marks.instantiations),
  ];
}

function tooHigh(what: string, value: number | undefined, most: number | undefined): string[] {
  if (value === undefined || most === undefined || value <= most) return [];
  return [`${what}: ${round(value)}, the mark is ≤ ${most}`];
}

function tooLow(what: string, value: number | undefined): string[] {
  if (value === undefined || value >= leastOfOpenapiFetch) return [];
  return [`${what}: ${round(value)}, the mark is ≥ ${leastOfOpenapiFetch}`];
}

function behind(mode: string, ours: number | undefined, rows: readonly Row[], index: number): string[] {
  return rows.flatMap(({ name, speed }) => {
    const theirs = speed?.[index]?.callsRatio;
    if (!slower.includes(name) || ours === undefined || theirs === undefined || ours > theirs) return [];
    return [`calls per second, ${mode}: ${round(ours)}, the mark is to be ahead of ${name} with ${round(theirs)}`];
  });
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
