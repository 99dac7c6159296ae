import type { RawResponse } from './client-options.ts';
import type { Policy } from './policy.ts';
import { readTask } from './read-task.ts';
import { isFields } from './task.ts';

/** Takes a value from the JSON of a 2xx answer; `undefined` when the answer is off the contract. */
export type Read = (body: unknown, response: RawResponse, now: number) => unknown;

/** One operation of the contract: where it is, when it may be sent again, and what its answer must hold. */
export interface Operation {
  policy: Policy;
  read: Read;
  /** Default: that of the Suno API. */
  host?: 'usage' | undefined;
  /** Default `POST`. */
  method?: 'GET' | 'POST';
  /** Default: `/suno/v2/` and the method's name, with slashes for its dots. */
  path?: string;
  /** The method takes nothing but its options. */
  bare?: true;
  /** The method's argument is this parameter of the query, not the body. */
  query?: string;
  /** The answer is one page of several. */
  pages?: true;
}

const task: Operation = { policy: 'once', read: has('taskId') };
const usage = { host: 'usage', policy: 'read' } as const;

/** Every method of the client, by its name. */
export const operations: Record<string, Operation> = {
  'customModel.prepare': { policy: 'repeatable', read: has('sessionId'), bare: true },
  'customModel.upload': { ...task, policy: 'repeatable' },
  'customModel.create': task,
  'tasks.get': {
    policy: 'read',
    method: 'GET',
    path: '/suno/v2/status',
    query: 'taskId',
    read: (body, { headers }, now) => readTask(body, headers, now),
  },
  generate: task,
  'generate.schema': { policy: 'read', method: 'GET', query: 'task', read: list },
  upload: task,
  'audio.upload.session': { ...task, read: has('sessionId'), bare: true },
  'audio.upload.session.item': task,
  'audio.crop': task,
  'audio.fade': task,
  adjustSpeed: task,
  concat: task,
  remaster: task,
  lyrics: task,
  mashupLyrics: task,
  timing: task,
  downbeats: task,
  mdi: task,
  getVoxStem: { ...task, read: has('id') },
  persona: { ...task, read: has('id') },
  'voicePersona.init': task,
  'voicePersona.complete': task,
  'voicePersona.create': task,
  'playlist.create': { ...task, read: has('playlist_id') },
  'image.generate': task,
  'usage.credits': { ...usage, method: 'GET', path: '/api-user/credits', bare: true, read: has('credits', 0) },
  'usage.services': { ...usage, method: 'GET', path: '/api-user/services', bare: true, read: list },
  'usage.searchPoints': { ...usage, path: '/api-user/points/search', pages: true, read: page },
  'usage.searchUsage': { ...usage, path: '/api-user/usage/search', read: (body) => body ?? undefined },
};

/** Where an operation is. */
export function pathOf(name: string, { path }: Operation): string {
  return path ?? `/suno/v2/${name.replaceAll('.', '/')}`;
}

/** An object with this field, of the type of the sample and not empty. Fields beyond it are kept. */
function has(key: string, sample: string | number = ''): Read {
  return (body) => (isFields(body) && typeof body[key] === typeof sample && body[key] !== '' ? body : undefined);
}

function list(body: unknown): unknown {
  return Array.isArray(body) ? body : undefined;
}

function page(body: unknown): unknown {
  return isFields(body) && list(body.items) ? body : undefined;
}
