import type { Evidence } from '../assemble/fragment.ts';
import type { Source, Sources } from '../assemble/sources.ts';
import { pageAt } from './page-index.ts';
import type { Scrape } from './read-pages.ts';

/** More than this share of the operations at once is hardly ever a decision and nearly always a broken scrape. */
const MAX_SHARE = 1 / 4;

/** A published operation that a scrape lacks. */
export interface Removal {
  name: string;
  why: string;
}

/** Every published operation that no page documents any more, each with what became of its page. */
export function removals({ operations }: Sources, scrape: Scrape): Removal[] {
  const published = Object.values(operations).filter(({ evidence }) => evidence === 'published');
  const gone = unseen(operations, scrape, 'published');
  const share =
    published.length > 0 && gone.length / published.length > MAX_SHARE ? ` (${gone.length} of ${published.length} at once)` : '';
  return gone.map(([name, source]) => ({
    name,
    why: `${source.operation}: its page ${source.url} ${fateOf(source, scrape)}${share}`,
  }));
}

/** One line for each reason why operations stay as they were transcribed: what a page says is not known where it cannot be read. */
export function stillTranscribed({ operations }: Sources, scrape: Scrape): string[] {
  const byFate = Map.groupBy(unseen(operations, scrape, 'transcribed'), ([, source]) => fateOf(source, scrape));
  return [...byFate].map(
    ([fate, list]) => `not checked, as the page ${fate}; stays as transcribed: ${list.map(([name]) => name).join(', ')}`,
  );
}

/** The operations of that evidence that no page documents, by name. */
function unseen(operations: Sources['operations'], { pages }: Scrape, of: Evidence): [string, Source][] {
  const seen = new Set(pages.map(({ operation }) => operation));
  return Object.entries(operations).filter(([, { evidence, operation }]) => evidence === of && !seen.has(operation));
}

function fateOf({ url }: Source, { pages, missing, blockless }: Scrape): string {
  const page = pageAt(url);
  const name = page && `${page.api}/${page.slug}`;
  if (name && missing.includes(name)) return 'is not there';
  if (name && blockless.includes(name)) return 'has no OpenAPI block';
  const other = pages.find(({ api, slug }) => name === `${api}/${slug}`);
  return other ? `documents ${other.operation} now` : 'is not listed';
}
