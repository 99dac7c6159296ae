import type { Source } from '../assemble/sources.ts';
import type { Upstream } from '../assemble/upstream.ts';
import { sha256 } from '../document/text.ts';
import { SpecError } from '../spec-error.ts';
import { operationName } from './operation-name.ts';
import type { Page, Scrape } from './read-pages.ts';
import { removals, stillTranscribed } from './shrink-guard.ts';

export interface SyncOptions {
  /** `YYYY-MM-DD`, for fragments that change. */
  today: string;
  /** Operations that are gone are meant to go. */
  acceptRemovals?: boolean;
}

export interface Synced {
  upstream: Upstream;
  /** One line for each thing that a person may want to know. */
  notes: string[];
}

/** What upstream looks like after a scrape. Throws, with nothing written, when a published operation is not there any more. */
export function syncUpstream(before: Upstream, scrape: Scrape, { today, acceptRemovals = false }: SyncOptions): Synced {
  const gone = removals(before.sources, scrape);
  if (gone.length > 0 && !acceptRemovals)
    throw new SpecError(
      'the scrape lacks operations that were published; nothing was written. If they are meant to go: --accept-removals',
      gone.map(({ why }) => why),
    );
  const operations: Record<string, Source> = { ...before.sources.operations };
  const texts = new Map(before.texts);
  const notes = gone.map(({ why }) => `removed: ${why}`);
  for (const { name } of gone) {
    delete operations[name];
    texts.delete(name);
  }
  for (const page of scrape.pages) {
    const name = nameOf(page, operations);
    const known = operations[name];
    const source = sourceOf(page, known, today);
    if (known === undefined) notes.push(`new: ${page.operation} (${name})`);
    else if (known.evidence !== source.evidence) notes.push(`published at last: ${page.operation} (${name})`);
    else if (known.sha256 !== source.sha256) notes.push(`changed: ${page.operation} (${name})`);
    operations[name] = source;
    texts.set(name, page.block);
  }
  const listed = scrape.missing.map((slug) => `listed, and not there: ${slug}`);
  return {
    upstream: { sources: { operations, notCovered: notCovered(before, operations) }, texts },
    notes: [...notes, ...listed, ...stillTranscribed(before.sources, scrape)],
  };
}

function nameOf(page: Page, operations: Readonly<Record<string, Source>>): string {
  const known = Object.entries(operations).find(([, { operation }]) => operation === page.operation);
  return known?.[0] ?? operationName(page, new Set(Object.keys(operations)));
}

function sourceOf(page: Page, known: Source | undefined, today: string): Source {
  const hash = sha256(page.block);
  const same = known?.sha256 === hash && known.evidence === 'published';
  return {
    api: page.api,
    operation: page.operation,
    url: page.url,
    evidence: 'published',
    sha256: hash,
    date: same ? known.date : today,
  };
}

/** What was known by name only and is covered now is taken off that list. */
function notCovered({ sources }: Upstream, operations: Readonly<Record<string, Source>>): Record<string, string> {
  return Object.fromEntries(Object.entries(sources.notCovered).filter(([name]) => !Object.hasOwn(operations, name)));
}
