import type { Credits, PointsItem, PointsPage, PointsSearchRequest, ServiceItem } from '@mountsea-suno/types';
import { call, dataOf, hasList, hasNumber } from '../call-request.ts';
import type { RequestOptions } from '../options.ts';
import type { RawClients } from '../raw-clients.ts';

const credits = hasNumber<Credits>('credits');
const page = hasList<PointsPage>('items');

/** The account: its credits, and what was charged. On another host than the rest: see `usageBaseUrl`. */
export class UsageMethods {
  readonly #usage: RawClients['usage'];

  constructor(usage: RawClients['usage']) {
    this.#usage = usage;
  }

  /**
   * The credits that are left.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { credits } = await createClient().usage.credits();
   * if (credits < 100) throw new Error('not enough for a training');
   * ```
   */
  readonly credits = (options?: RequestOptions): Promise<Credits> =>
    dataOf(this.#usage.GET('/api-user/credits', call(credits, options)));

  /**
   * The services of the account, whose ids narrow a search.
   *
   * @throws MountseaError
   */
  readonly services = (options?: RequestOptions): Promise<ServiceItem[]> =>
    dataOf(this.#usage.GET('/api-user/services', call(Array.isArray, options)));

  /**
   * The charges within at most 90 days. Nothing is sent before the first item is asked for.
   *
   * @throws MountseaError from the iteration.
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const dateRange = { start: Date.now() - 86_400_000, end: Date.now() };
   * for await (const { apiPath, finalAmount } of createClient().usage.searchPoints({ dateRange })) console.log(apiPath, finalAmount);
   * ```
   */
  readonly searchPoints = (query: PointsSearchRequest, options?: RequestOptions): Pages<PointsItem, PointsPage> =>
    paginate(query.page, (number) =>
      dataOf(this.#usage.POST('/api-user/points/search', { body: { ...query, page: number }, ...call(page, options) })),
    );
}

/** The results of a search: iterate over it for the items, or over its `pages()`. Each iteration searches again, from the page of the query on. */
export interface Pages<Item, Page> extends AsyncIterable<Item> {
  /**
   * Page by page, each fetched when it is asked for.
   *
   * @throws MountseaError from the iteration.
   */
  pages(): AsyncIterable<Page>;
}

/** A page as the usage API gives it. Where `meta` is missing, the search ends with the first page. */
interface PageOf<Item> {
  items: Item[];
  meta?: { currentPage?: number; totalPages?: number };
}

/** The pages of a search, fetched one at a time as they are asked for. */
function paginate<Item, Page extends PageOf<Item>>(
  firstPage: number | undefined,
  fetchPage: (page: number) => Promise<Page>,
): Pages<Item, Page> {
  async function* pages(): AsyncGenerator<Page> {
    for (let number = firstPage ?? 1; ; number++) {
      const found = await fetchPage(number);
      yield found;
      if (found.items.length === 0 || !(number < (found.meta?.totalPages ?? 0))) return;
    }
  }
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const { items } of pages()) yield* items;
    },
  };
}
