import type { RequestBody, ResponseBody } from './bodies.ts';
import type { paths } from './generated/usage.gen.ts';

/**
 * Answer of `GET /api-user/credits`: the credits that the account has left.
 *
 * @example
 * ```ts
 * import type { Credits } from '@mountsea-suno/types';
 *
 * const left: Credits = { credits: 10_000 };
 * console.log(left);
 * ```
 */
export interface Credits extends ResponseBody<paths['/api-user/credits']['get']> {}

/**
 * One service of the account. Its `id` narrows a search of points.
 *
 * @example
 * ```ts
 * import type { ServiceItem } from '@mountsea-suno/types';
 *
 * const service: ServiceItem = { id: 'f259907e-32dd-468d-95f9-e3c0baf4f01c', name: 'suno' };
 * console.log(service);
 * ```
 */
export type ServiceItem = ResponseBody<paths['/api-user/services']['get']>[number];

/**
 * Body of `POST /api-user/points/search`. `dateRange` is in milliseconds since the epoch and spans 90 days at most.
 *
 * @example
 * ```ts
 * import type { PointsSearchRequest } from '@mountsea-suno/types';
 *
 * const end = Date.now();
 * const request: PointsSearchRequest = { dateRange: { start: end - 24 * 60 * 60 * 1000, end }, page: 1, limit: 50 };
 * console.log(request);
 * ```
 */
export interface PointsSearchRequest extends RequestBody<paths['/api-user/points/search']['post']> {}

/**
 * Answer of `POST /api-user/points/search`: one page of charges.
 *
 * @example
 * ```ts
 * import type { PointsPage } from '@mountsea-suno/types';
 *
 * const isLast = ({ meta }: PointsPage): boolean => meta.currentPage >= meta.totalPages;
 * console.log(isLast);
 * ```
 */
export interface PointsPage extends ResponseBody<paths['/api-user/points/search']['post']> {}

/**
 * One charge: which call it was for, and the credits before and after it.
 *
 * @example
 * ```ts
 * import type { PointsItem } from '@mountsea-suno/types';
 *
 * const sum = (items: PointsItem[]): number => items.reduce((total, { finalAmount }) => total + finalAmount, 0);
 * console.log(sum([]));
 * ```
 */
export type PointsItem = PointsPage['items'][number];
