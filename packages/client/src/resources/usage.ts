import type { Credits, PointsItem, PointsPage, ServiceItem } from '@mountsea-suno/types';
import type { Api } from '../api.ts';
import type { UsageResource } from '../mountsea-client.ts';
import { paginate } from '../paginate.ts';
import { isFields } from '../task.ts';

export function usage(api: Api): UsageResource {
  return {
    credits: (options) => api.call('usage.credits', readCredits, {}, options),
    services: (options) =>
      api.call('usage.services', (body) => (Array.isArray(body) ? (body as ServiceItem[]) : undefined), {}, options),
    searchPoints: (query, options) =>
      paginate<PointsItem, PointsPage>(query.page, (page) =>
        api.call('usage.searchPoints', readPage, { body: { ...query, page } }, options),
      ),
  };
}

function readCredits(body: unknown): Credits | undefined {
  return isFields(body) && typeof body.credits === 'number' ? (body as Credits) : undefined;
}

function readPage(body: unknown): PointsPage | undefined {
  return isFields(body) && Array.isArray(body.items) ? (body as PointsPage) : undefined;
}
