import { createClient } from '@mountsea-suno/client';
import { body, type CreateSubject } from '../subject.ts';

export const ours: CreateSubject = ({ baseUrl, timeoutMs }) => {
  const client = createClient({ apiKey: 'key', baseUrl, ...(timeoutMs !== undefined && { timeoutMs }) });
  return { get: () => client.tasks.get('t'), post: () => client.customModel.create(body) };
};
