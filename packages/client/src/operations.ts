import type { SunoPaths, UsagePaths } from '@mountsea-suno/types';
import type { Policy } from './policy.ts';

/** One operation of the contract: where it is, and when it may be sent again. */
export type Operation =
  | { host: 'suno'; method: 'get' | 'post'; path: keyof SunoPaths; policy: Policy }
  | { host: 'usage'; method: 'get' | 'post'; path: keyof UsagePaths; policy: Policy };

/** The methods of the client that call an operation, by their names. */
export type OperationName =
  | 'customModel.prepare'
  | 'customModel.upload'
  | 'customModel.create'
  | 'tasks.get'
  | 'generate'
  | 'usage.credits'
  | 'usage.services'
  | 'usage.searchPoints';

export const operations: Record<OperationName, Operation> = {
  'customModel.prepare': { host: 'suno', method: 'post', path: '/suno/v2/customModel/prepare', policy: 'repeatable' },
  'customModel.upload': { host: 'suno', method: 'post', path: '/suno/v2/customModel/upload', policy: 'repeatable' },
  'customModel.create': { host: 'suno', method: 'post', path: '/suno/v2/customModel/create', policy: 'paid' },
  'tasks.get': { host: 'suno', method: 'get', path: '/suno/v2/status', policy: 'read' },
  generate: { host: 'suno', method: 'post', path: '/suno/v2/generate', policy: 'paid' },
  'usage.credits': { host: 'usage', method: 'get', path: '/api-user/credits', policy: 'read' },
  'usage.services': { host: 'usage', method: 'get', path: '/api-user/services', policy: 'read' },
  'usage.searchPoints': { host: 'usage', method: 'post', path: '/api-user/points/search', policy: 'read' },
};
