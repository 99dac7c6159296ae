import type { Credits, PointsItem, PointsPage, PointsSearchRequest, ServiceItem } from '@mountsea-suno/types';
import type { RequestOptions } from '../client-options.ts';

/**
 * The account: credits, and what was charged. On another host than the rest: see `usageBaseUrl`.
 *
 * @example
 * ```ts
 * import { createClient, type UsageResource } from '@mountsea-suno/client';
 *
 * const usage: UsageResource = createClient().usage;
 * console.log((await usage.credits()).credits);
 * ```
 */
export interface UsageResource {
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
  credits(options?: RequestOptions): Promise<Credits>;
  /**
   * The services of the account, whose ids narrow a search.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * for (const { id, name } of await createClient().usage.services()) console.log(id, name);
   * ```
   */
  services(options?: RequestOptions): Promise<ServiceItem[]>;
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
  searchPoints(query: PointsSearchRequest, options?: RequestOptions): Pages<PointsItem, PointsPage>;
  /**
   * The calls of the account: one page, as it comes. The API names this search without saying what its answer looks like, so look at
   * it before you use it.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const dateRange = { start: Date.now() - 86_400_000, end: Date.now() };
   * const page = await createClient().usage.searchUsage({ dateRange, page: 1 }).catch(() => undefined);
   * console.log(page);
   * ```
   */
  searchUsage(query: UsageSearchRequest, options?: RequestOptions): Promise<unknown>;
}

/**
 * What {@link UsageResource.searchUsage} takes.
 *
 * @example
 * ```ts
 * import type { UsageSearchRequest } from '@mountsea-suno/client';
 *
 * const query: UsageSearchRequest = { dateRange: { start: Date.now() - 86_400_000, end: Date.now() }, page: 1, limit: 50 };
 * console.log(query);
 * ```
 */
export interface UsageSearchRequest {
  /** Milliseconds since the epoch, as for `searchPoints`; that it is the same here is inferred. */
  dateRange: { start: number; end: number };
  /** From 1. */
  page?: number;
  /** Items per page. */
  limit?: number;
  /** One service only: an id of `services`. */
  serviceId?: string;
}

/**
 * The results of a search: iterate it for the items, or its `pages()`. Each iteration asks anew, from the query's page on.
 *
 * @example
 * ```ts
 * import { createClient, type Pages, type PointsItem, type PointsPage } from '@mountsea-suno/client';
 *
 * const dateRange = { start: Date.now() - 86_400_000, end: Date.now() };
 * const found: Pages<PointsItem, PointsPage> = createClient().usage.searchPoints({ dateRange, limit: 50 });
 * for await (const { items, meta } of found.pages()) console.log(items.length, meta.totalItems);
 * ```
 */
export interface Pages<Item, Page> extends AsyncIterable<Item> {
  /**
   * Page by page, each fetched when it is asked for.
   *
   * @throws MountseaError from the iteration.
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const dateRange = { start: Date.now() - 86_400_000, end: Date.now() };
   * for await (const { items } of createClient().usage.searchPoints({ dateRange }).pages()) console.log(items.length);
   * ```
   */
  pages(): AsyncIterable<Page>;
}
