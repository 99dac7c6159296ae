import { body, type CreateSubject, fetchWithin } from '../subject.ts';

export const plainFetch: CreateSubject = ({ baseUrl, timeoutMs }) => {
  const headers = { authorization: 'Bearer key', accept: 'application/json' };
  const post = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const send = fetchWithin(timeoutMs);
  return {
    get: async () => (await send(`${baseUrl}/suno/v2/status?taskId=t`, { headers })).json(),
    post: async () => (await send(`${baseUrl}/suno/v2/customModel/create`, { ...post, body: JSON.stringify(body) })).json(),
  };
};
