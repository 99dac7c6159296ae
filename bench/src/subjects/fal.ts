import { createFalClient } from '@fal-ai/client';
import { body, type CreateSubject, fetchWithin } from '../subject.ts';

export const fal: CreateSubject = ({ baseUrl, timeoutMs }) => {
  const send = fetchWithin(timeoutMs);
  // Its host is fixed, so its fetch redirects the requests to the local server.
  const client = createFalClient({
    credentials: 'key',
    fetch: (input, init) => send(`${baseUrl}${new URL(String(input)).pathname}`, init),
  });
  return {
    get: () => client.queue.status('app/model', { requestId: 't' }),
    post: () => client.queue.submit('app/model', { input: body }),
    waitForTask: () => client.queue.subscribeToStatus('app/model', { requestId: 't', pollInterval: 20 }),
  };
};
