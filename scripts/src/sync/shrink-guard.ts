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
  const found = new Set(scrape.pages.map(({ operation }) => operation));
  const published = Object.entries(operations).filter(([, { evidence }]) => evidence === 'published');
  const gone = published.filter(([, { operation }]) => !found.has(operation));
  const share =
    published.length > 0 && gone.length / published.length > MAX_SHARE ? ` (${gone.length} of ${published.length} at once)` : '';
  return gone.map(([name, source]) => ({ name, why: `${source.operation}: ${fateOf(source, scrape)}${share}` }));
}

function fateOf({ url }: Source, { pages, missing, blockless }: Scrape): string {
  const page = pageAt(url);
  const name = page && `${page.api}/${page.slug}`;
  if (name && missing.includes(name)) return `its page ${url} is not there`;
  if (name && blockless.includes(name)) return `its page ${url} has lost its OpenAPI block`;
  const other = pages.find(({ api, slug }) => name === `${api}/${slug}`);
  return other ? `its page ${url} documents ${other.operation} now` : `its page ${url} is no longer listed`;
}
