import { AssemblyAI } from 'assemblyai';
import { type CreateSubject, fetchWithin } from '../subject.ts';

export const assemblyai: CreateSubject = ({ baseUrl, timeoutMs }) => {
  // It takes no custom fetch and has no time limit, so the global fetch is replaced for the measurement with a time limit.
  globalThis.fetch = fetchWithin(timeoutMs);
  const client = new AssemblyAI({ apiKey: 'key', baseUrl });
  return {
    get: () => client.transcripts.get('t'),
    post: () => client.transcripts.submit({ audio: 'https://example.com/song.mp3' }),
    waitForTask: () => client.transcripts.waitUntilReady('t', { pollingInterval: 20 }),
  };
};
