import type { RequestBody, ResponseBody } from './bodies.ts';
import type { paths } from './generated/usage.gen.ts';

/** Answer of `GET /api-user/credits`: the credits that the account has left. */
export interface Credits extends ResponseBody<paths['/api-user/credits']['get']> {}

/** One service of the account. Its `id` narrows a search of points. */
export type ServiceItem = ResponseBody<paths['/api-user/services']['get']>[number];

/** Body of `POST /api-user/points/search`. `dateRange` is in milliseconds since the epoch and spans 90 days at most. */
export interface PointsSearchRequest extends RequestBody<paths['/api-user/points/search']['post']> {}

/** Answer of `POST /api-user/points/search`: one page of charges. */
export interface PointsPage extends ResponseBody<paths['/api-user/points/search']['post']> {}

/** One charge: which call it was for, and the credits before and after it. */
export type PointsItem = PointsPage['items'][number];
