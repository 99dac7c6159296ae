import { assembleAll, documentFiles } from '../assemble/assemble-all.ts';
import { readUpstream, upstreamFiles } from '../assemble/upstream.ts';
import { isWritten, writeAll } from '../document/text.ts';
import type { Layout } from '../layout.ts';
import { readPages } from '../sync/read-pages.ts';
import type { Site } from '../sync/site.ts';
import { type SyncOptions, syncUpstream } from '../sync/sync-upstream.ts';
import { type Findings, reportText } from './report.ts';
import { settledFindings } from './settled-findings.ts';

export interface UpdateOptions extends SyncOptions {
  layout: Layout;
  site: Site;
  /** Find everything out and write nothing. */
  dryRun?: boolean;
  progress?: (done: number, of: number) => void;
}

export interface Updated extends Findings {
  report: string;
  /** The files that were written or removed. */
  written: string[];
}

/**
 * From pages to changeset: sync, assemble, lint, diff, generate, test. All of it happens in memory; files are written at the
 * end or, when a step refuses, not at all.
 */
export async function update({ layout, site, dryRun = false, progress, ...sync }: UpdateOptions): Promise<Updated> {
  const before = readUpstream(layout);
  const { upstream, notes } = syncUpstream(before, await readPages(site, progress), sync);
  const documents = assembleAll(layout, upstream);
  const contract = new Map<string, string | undefined>([
    ...upstreamFiles(layout, before, upstream),
    ...documentFiles(layout, documents),
  ]);
  const settled = isWritten(contract) ? settledFindings(layout, documents) : undefined;
  if (settled) return { ...settled, notes, report: reportText({ ...settled, notes }), written: [] };

  const { deriveFindings } = await import('./derive-findings.ts');
  const { files, ...findings } = await deriveFindings(layout, documents);
  const written = dryRun ? [] : writeAll(new Map([...contract, ...files]));
  return { ...findings, notes, report: reportText({ ...findings, notes }), written };
}
