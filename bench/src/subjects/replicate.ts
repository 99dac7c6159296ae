import Replicate, { type Prediction } from 'replicate';
import { body, type CreateSubject, fetchWithin } from '../subject.ts';

export const replicate: CreateSubject = ({ baseUrl, timeoutMs }) => {
  const client = new Replicate({ auth: 'key', baseUrl, fetch: fetchWithin(timeoutMs) });
  return {
    get: () => client.predictions.get('t'),
    post: () => client.predictions.create({ version: 'v', input: body }),
    waitForTask: () => client.wait({ id: 't', status: 'starting' } as Prediction, { interval: 20 }),
  };
};
