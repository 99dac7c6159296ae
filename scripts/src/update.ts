import { assembleAll, type Documents, documentFiles, readReleased } from './contract/documents.ts';
import { readUpstream, upstreamFiles } from './contract/upstream.ts';
import { levelOf } from './diff/change.ts';
import { isWritten, readText, writeAll } from './files.ts';
import { clientFiles } from './generate/client-files.ts';
import { contractModule } from './generate/contract-module.ts';
import { APIS, type Layout } from './layout.ts';
import { lintDescriptions } from './lint/lint-descriptions.ts';
import { announcedBump, changesetProblem, changesSince, stampOf } from './release/changeset-text.ts';
import { type Findings, reportText } from './release/report.ts';
import { readPages } from './sync/read-pages.ts';
import type { Site } from './sync/site.ts';
import { type SyncOptions, syncUpstream } from './sync/sync-upstream.ts';

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
 * From pages to a changeset, in the order in which it happens: sync, assemble, lint, generate, diff, release. All of it happens in
 * memory. Files are written at the end or, when a step refuses, not at all.
 */
export async function update({ layout, site, dryRun = false, progress, ...sync }: UpdateOptions): Promise<Updated> {
  const before = readUpstream(layout);
  const { upstream, notes } = syncUpstream(before, await readPages(site, progress), sync);
  const { documents, unused } = assembleAll(layout, upstream);
  const contract = new Map<string, string | undefined>([
    ...upstreamFiles(layout, before, upstream),
    ...documentFiles(layout, documents),
  ]);
  const result = (found: Omit<Findings, 'notes'>, written: string[]): Updated => {
    const findings = {
      ...found,
      manualSteps: [...found.manualSteps, ...undescribed(documents)],
      notes: [...notes, ...unused],
    };
    return { ...findings, report: reportText(findings), written };
  };
  const known = isWritten(contract) ? earlierFindings(layout, documents) : undefined;
  if (known) return result(known, []);

  // The linter and the compiler take a second to load, and a run that finds nothing new needs neither.
  const { refuseUnsound } = await import('./lint/lint-document.ts');
  const { generateAll } = await import('./generate/generate-all.ts');
  const { prepareRelease } = await import('./release/prepare-release.ts');
  await refuseUnsound(documents);
  const generated = await generateAll(layout, documents);
  const { changeset, failingTests, ...prepared } = await prepareRelease(layout, documents, generated);
  const problem = changesetProblem(changeset ?? '');
  const manualSteps = [...failingTests, ...generated.manualSteps, ...(problem ? [problem] : [])];
  const files = new Map<string, string | undefined>([...contract, ...generated.files, [layout.changeset, changeset]]);
  return result({ ...prepared, manualSteps }, dryRun ? [] : writeAll(files));
}

/**
 * The findings when an earlier run has done everything: the sandbox has this very contract, and the changeset compares these very
 * documents, or there is none because nothing has changed since the release. Returns undefined when there is work to do. Quick: nothing
 * is compiled.
 */
export function earlierFindings(layout: Layout, documents: Documents): Omit<Findings, 'notes'> | undefined {
  const released = readReleased(layout);
  const changeset = readText(layout.changeset);
  if (readText(layout.contract) !== contractModule(documents)) return undefined;
  const { manualSteps, unnamed } = clientFiles(layout, documents);
  const changes = changesSince(released, documents, unnamed);
  if (changeset === undefined ? changes.length > 0 : !changeset.includes(stampOf(released, documents, unnamed))) return undefined;
  const problem = changesetProblem(changeset ?? '');
  return {
    changes,
    rules: levelOf(changes),
    types: undefined,
    bump: announcedBump(changeset ?? ''),
    manualSteps: [...manualSteps, ...(problem ? [problem] : [])],
  };
}

/** One line for each field and text that a reader of the types would miss. */
function undescribed(documents: Documents): string[] {
  return APIS.flatMap((api) => lintDescriptions(documents[api]).map(({ pointer, message }) => `${api} ${pointer}: ${message}`));
}
