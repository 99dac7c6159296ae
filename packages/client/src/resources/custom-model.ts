import type { Api } from '../api.ts';
import type { CustomModelResource } from '../mountsea-client.ts';
import { readSession, readTaskRef } from '../read.ts';

export function customModel(api: Api): CustomModelResource {
  return {
    prepare: (options) => api.call('customModel.prepare', readSession, {}, options),
    upload: (body, options) => api.call('customModel.upload', readTaskRef, { body }, options),
    create: (body, options) => api.call('customModel.create', readTaskRef, { body }, options),
  };
}
