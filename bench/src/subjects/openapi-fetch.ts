import type { SunoPaths } from '@mountsea-suno/types';
import createClient from 'openapi-fetch';
import { body, type CreateSubject, fetchWithin } from '../subject.ts';

export const openapiFetch: CreateSubject = ({ baseUrl, timeoutMs }) => {
  const send = fetchWithin(timeoutMs);
  const client = createClient<SunoPaths>({
    baseUrl,
    headers: { authorization: 'Bearer key' },
    fetch: (request) => send(request),
  });
  return {
    get: () => client.GET('/suno/v2/status', { params: { query: { taskId: 't' } } }),
    post: () => client.POST('/suno/v2/customModel/create', { body }),
  };
};
