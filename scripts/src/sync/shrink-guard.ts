import type { Evidence, Source, Sources } from '../contract/sources.ts';
import { pageAt } from './page-index.ts';
import type { Scrape } from './read-pages.ts';

/** When more than this share of the operations is gone at once, the cause is nearly always a broken scrape and hardly ever a decision. */
const MAX_SHARE = 1 / 4;

/** A published operation that a scrape did not find. */
export interface Removal {
  name: string;
  why: string;
}

/** Every published operation that no page documents any more, each with what happened to its page. */
export function removals({ operations }: Sources, scrape: Scrape): Removal[] {
  const published = Object.values(operations).filter(({ evidence }) => evidence === 'published');
  const gone = undocumented(operations, scrape, 'published');
  const share =
    published.length > 0 && gone.length / published.length > MAX_SHARE ? ` (${gone.length} of ${published.length} at once)` : '';
  return gone.map(([name, source]) => ({
    name,
    why: `${source.operation}: its page ${source.url} ${stateOfPage(source, scrape)}${share}`,
  }));
}

/** One line for each reason why operations stay as they were transcribed: their pages could not be read. */
export function stillTranscribed({ operations }: Sources, scrape: Scrape): string[] {
  const byState = Map.groupBy(undocumented(operations, scrape, 'transcribed'), ([, source]) => stateOfPage(source, scrape));
  return [...byState].map(
    ([state, list]) => `not checked, as the page ${state}; stays as transcribed: ${list.map(([name]) => name).join(', ')}`,
  );
}

/** The operations with that evidence that no page of the scrape documents, by name. */
function undocumented(operations: Sources['operations'], { pages }: Scrape, of: Evidence): [string, Source][] {
  const seen = new Set(pages.map(({ operation }) => operation));
  return Object.entries(operations).filter(([, { evidence, operation }]) => evidence === of && !seen.has(operation));
}

function stateOfPage({ url }: Source, { pages, missing, blockless }: Scrape): string {
  const page = pageAt(url);
  const name = page && `${page.api}/${page.slug}`;
  if (name && missing.includes(name)) return 'is not there';
  if (name && blockless.includes(name)) return 'has no OpenAPI block';
  const other = pages.find(({ api, slug }) => name === `${api}/${slug}`);
  return other ? `documents ${other.operation} now` : 'is not listed';
}
