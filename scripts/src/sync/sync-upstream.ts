import type { Source } from '../contract/sources.ts';
import type { Upstream } from '../contract/upstream.ts';
import { SpecError } from '../errors.ts';
import { sha256 } from '../files.ts';
import type { Page, Scrape } from './read-pages.ts';
import { removals, stillTranscribed } from './shrink-guard.ts';

export interface SyncOptions {
  /** The date that changed fragments get, `YYYY-MM-DD`. */
  today: string;
  /** Accept that published operations are gone. */
  acceptRemovals?: boolean;
}

export interface Synced {
  upstream: Upstream;
  /** One line for each thing that a person may want to know. */
  notes: string[];
}

/** What upstream is after a scrape. Throws when a published operation is gone. Writes nothing. */
export function syncUpstream(before: Upstream, scrape: Scrape, { today, acceptRemovals = false }: SyncOptions): Synced {
  const gone = removals(before.sources, scrape);
  if (gone.length > 0 && !acceptRemovals)
    throw new SpecError(
      'the scrape lacks operations that were published; nothing was written. If they are really gone, pass --accept-removals',
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
  const listed = scrape.missing.map((slug) => `listed, but the page is not there: ${slug}`);
  return {
    upstream: { sources: { operations, notCovered: notCovered(before, operations) }, texts },
    notes: [...notes, ...listed, ...stillTranscribed(before.sources, scrape)],
  };
}

function nameOf(page: Page, operations: Readonly<Record<string, Source>>): string {
  const known = Object.entries(operations).find(([, { operation }]) => operation === page.operation);
  return known?.[0] ?? operationName(page, new Set(Object.keys(operations)));
}

/** A short name for a new operation, fit for a file: its operationId without the controller, or else the name of its page. */
function operationName(page: Page, taken: ReadonlySet<string>): string {
  const own = page.operationId?.replace(/^\w*Controller_/, '');
  const slug = page.slug.replace(/[^A-Za-z0-9]+(\w?)/g, (_, next: string) => next.toUpperCase());
  const candidates = [own, slug, `${page.api}${slug.charAt(0).toUpperCase()}${slug.slice(1)}`];
  const name = candidates.find((candidate) => candidate && !taken.has(candidate) && !(candidate in Object.prototype));
  if (name === undefined) throw new SpecError(`${page.url}: every name for ${page.operation} is taken`);
  return name;
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

/** The operations that are known by name only, without those that are covered now. */
function notCovered({ sources }: Upstream, operations: Readonly<Record<string, Source>>): Record<string, string> {
  return Object.fromEntries(Object.entries(sources.notCovered).filter(([name]) => !Object.hasOwn(operations, name)));
}
