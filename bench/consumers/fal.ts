import { createFalClient } from '@fal-ai/client';

const client = createFalClient({ credentials: 'k' });
const one = await client.queue.submit('a/b', { input: { prompt: 'rain' } });
const two = await client.queue.submit('a/c', { input: { prompt: 'rain' } });
const three = await client.queue.status('a/b', { requestId: one.request_id });
const four = await client.queue.status('a/c', { requestId: two.request_id, logs: true });
const five = await client.queue.result('a/b', { requestId: one.request_id });
const six = await client.queue.result('a/c', { requestId: two.request_id });
await client.queue.cancel('a/b', { requestId: one.request_id });
const eight = await client.run('a/b', { input: { prompt: 'rain' } });
const nine = await client.subscribe('a/b', { input: { prompt: 'rain' } });
const ten = await client.queue.subscribeToStatus('a/b', { requestId: one.request_id });
export const results: unknown[] = [three.status, four.status, five.data, six.data, eight.data, nine.data, ten.status];
