import OpenAI from 'openai';
import { body, type CreateSubject } from '../subject.ts';

export const openai: CreateSubject = ({ baseUrl, timeoutMs }) => {
  const client = new OpenAI({ apiKey: 'key', baseURL: baseUrl, ...(timeoutMs !== undefined && { timeout: timeoutMs }) });
  return {
    get: () => client.get('/suno/v2/status?taskId=t'),
    post: () => client.post('/suno/v2/customModel/create', { body }),
    waitForTask: () => client.vectorStores.files.poll('store', 'file', { pollIntervalMs: 20 }),
  };
};
