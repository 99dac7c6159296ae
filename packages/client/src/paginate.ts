import type { Pages } from './resources/usage.ts';

/** A page as the usage API gives it. Where `meta` is missing, the search ends with the first page. */
interface PageOf<Item> {
  items: Item[];
  meta?: { currentPage?: number; totalPages?: number };
}

/** The pages of a search, fetched one at a time as they are asked for. */
export function paginate<Item, Page extends PageOf<Item>>(
  firstPage: number | undefined,
  fetchPage: (page: number) => Promise<Page>,
): Pages<Item, Page> {
  async function* pages(): AsyncGenerator<Page> {
    for (let number = firstPage ?? 1; ; number++) {
      const page = await fetchPage(number);
      yield page;
      if (page.items.length === 0 || !(number < (page.meta?.totalPages ?? 0))) return;
    }
  }
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const page of pages()) yield* page.items;
    },
  };
}
