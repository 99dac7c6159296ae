import { sameMeaning } from '../contract/same-meaning.ts';
import { SpecError } from '../errors.ts';
import type { Api } from '../layout.ts';
import { openApiBlock } from './openapi-block.ts';
import { type PageLink, pagesIn } from './page-index.ts';
import { type PageOperation, pageOperation } from './page-operation.ts';
import type { Site } from './site.ts';

/** A page that documents an operation. */
export interface Page extends PageOperation {
  api: Api;
  slug: string;
  url: string;
  /** The OpenAPI block, as it came. */
  block: string;
}

/** What a site documents. */
export interface Scrape {
  pages: Page[];
  /** Listed pages that were not there, by `suno/slug`. */
  missing: string[];
  /** Pages that were there and hold no OpenAPI block, by `suno/slug`: guides, or pages that lost it. */
  blockless: string[];
}

const CONCURRENCY = 6;

/** Reads the index and every page of our APIs. Of a page in several languages, the English one counts or, if that has no block, the first that has one. */
export async function readPages(site: Site, progress: (done: number, of: number) => void = () => {}): Promise<Scrape> {
  const index = await site.read('/llms.txt');
  if (index === undefined) throw new SpecError('/llms.txt is not there');
  const variants = Map.groupBy(pagesIn(index), ({ api, slug }) => `${api}/${slug}`);
  if (variants.size === 0) throw new SpecError('/llms.txt lists no page of the API reference');
  const scrape: Scrape = { pages: [], missing: [], blockless: [] };
  let done = 0;
  const found = await mapLimited([...variants], CONCURRENCY, async ([name, links]) => {
    const result = await readPage(site, links);
    done += 1;
    progress(done, variants.size);
    return { name, result };
  });
  for (const { name, result } of found) {
    if (typeof result === 'object') scrape.pages.push(result);
    else scrape[result].push(name);
  }
  return { ...scrape, pages: withoutTwins(scrape.pages) };
}

async function readPage(site: Site, links: readonly PageLink[]): Promise<Page | 'missing' | 'blockless'> {
  const ordered = links.toSorted((a, b) => Number(b.language === 'en') - Number(a.language === 'en'));
  let outcome: 'missing' | 'blockless' = 'missing';
  for (const { api, slug, path, url } of ordered) {
    const text = (await site.read(path)) ?? (await site.read(`/api-reference/${api}/${slug}.md`));
    if (text === undefined) continue;
    outcome = 'blockless';
    const block = openApiBlock(text, path);
    if (block !== undefined) return { api, slug, url, block, ...pageOperation(block, path) };
  }
  return outcome;
}

/** Two pages may document one operation if they mean the same, even in different words. The first by address counts. */
function withoutTwins(pages: readonly Page[]): Page[] {
  const byOperation = new Map<string, Page>();
  for (const page of pages.toSorted((a, b) => (a.url < b.url ? -1 : 1))) {
    const twin = byOperation.get(page.operation);
    if (twin && !sameMeaning(twin.document, page.document))
      throw new SpecError(`${page.operation} is documented in two ways: ${twin.url} and ${page.url}`);
    if (!twin) byOperation.set(page.operation, page);
  }
  return [...byOperation.values()];
}

/** Maps with at most `limit` items at a time; the results are in the order of the items. The first failure ends it. */
async function mapLimited<In, Out>(items: readonly In[], limit: number, map: (item: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await map(items[index] as In);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
