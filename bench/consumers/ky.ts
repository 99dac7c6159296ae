import ky from 'ky';

interface Ref {
  taskId: string;
}
const client = ky.create({ headers: { authorization: 'Bearer k' }, timeout: 1_000 });
const at = 'https://example.com';
const one = await client.post(`${at}/prepare`).json<{ sessionId: string }>();
const two = await client.post(`${at}/upload`, { json: one }).json<Ref>();
const three = await client.get(`${at}/status`, { searchParams: { taskId: two.taskId } }).json<{ status: string }>();
const four = await client.post(`${at}/create`, { json: one }).json<Ref>();
const five = await client.get(`${at}/status`, { searchParams: { taskId: four.taskId } }).json<{ status: string }>();
const six = await client.post(`${at}/generate`, { json: { prompt: 'la' } }).json<Ref>();
const seven = await client.post(`${at}/lyrics`, { json: { prompt: 'rain' } }).json<Ref>();
const eight = await client.get(`${at}/credits`).json<{ credits: number }>();
const nine = await client.post(`${at}/crop`, { json: { clip_id: 'c' } }).json<Ref>();
const ten = await client.post(`${at}/search`, { json: {} }).json<{ items: unknown[] }>();
export const results: unknown[] = [three.status, five.status, six.taskId, seven.taskId, eight.credits, nine.taskId, ten.items];
