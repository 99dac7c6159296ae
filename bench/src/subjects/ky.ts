import ky from 'ky';
import { body, type CreateSubject } from '../subject.ts';

export const kyClient: CreateSubject = ({ baseUrl, timeoutMs }) => {
  const client = ky.create({ headers: { authorization: 'Bearer key' }, ...(timeoutMs !== undefined && { timeout: timeoutMs }) });
  return {
    get: () => client.get(`${baseUrl}/suno/v2/status?taskId=t`).json(),
    post: () => client.post(`${baseUrl}/suno/v2/customModel/create`, { json: body }).json(),
  };
};
