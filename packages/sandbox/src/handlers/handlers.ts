import type { Operation } from '../contract/operations.ts';
import { createCustomModel } from './create.ts';
import { generate, generateSchema } from './generate.ts';
import { genericHandler } from './generic.ts';
import type { Handler } from './handler.ts';
import { prepare, prepareUploadSession, uploadFile, uploadSessionItem, uploadToCustomModel } from './sessions.ts';
import { getTaskStatus } from './task-status.ts';
import { getCredits, getServices, searchPoints } from './usage.ts';
import { completeVoicePersona, initVoicePersona } from './voice-persona.ts';

/** The operations whose behaviour goes beyond what a schema says. */
export const handlers: Readonly<Record<string, Handler>> = {
  'customModel.prepare': prepare,
  'customModel.upload': uploadToCustomModel,
  'customModel.create': createCustomModel,
  'tasks.get': getTaskStatus,
  generate,
  'generate.schema': generateSchema,
  'audio.upload.session': prepareUploadSession,
  'audio.upload.session.item': uploadSessionItem,
  upload: uploadFile,
  'voicePersona.init': initVoicePersona,
  'voicePersona.complete': completeVoicePersona,
  'usage.credits': getCredits,
  'usage.services': getServices,
  'usage.searchPoints': searchPoints,
};

/** What serves the operation. */
export function handlerOf(operation: Operation): Handler {
  return handlers[operation.name] ?? genericHandler(operation);
}
