export type {
  CreateCustomModelRequest,
  Credits,
  CustomModelId,
  CustomModelSession,
  GenerateRequest,
  PointsItem,
  PointsPage,
  PointsSearchRequest,
  ServiceItem,
  TaskRef,
  TaskStatus,
  UploadToCustomModelRequest,
} from '@mountsea-suno/types';
export type {
  Answer,
  CallInfo,
  ClientOptions,
  FailureEvent,
  Hooks,
  RawResponse,
  RequestEvent,
  RequestOptions,
  ResponseEvent,
  RetryEvent,
  RetryOptions,
} from './client-options.ts';
export { type Clock, systemClock } from './clock.ts';
export { createClient } from './create-client.ts';
export {
  AuthenticationError,
  type Charged,
  ConfigurationError,
  ConflictError,
  ConnectionError,
  InsufficientCreditsError,
  isMountseaError,
  MountseaError,
  type MountseaErrorInit,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  TimeoutError,
  UnexpectedResponseError,
  UsageNotConfiguredError,
  ValidationError,
} from './errors.ts';
export type { MountseaClient, RawAnswer, RawClient, RawClients, RawMethod } from './mountsea-client.ts';
export type { AudioResource, AudioUploadResource, UploadSessionResource } from './resources/audio.ts';
export type { ClipMethods } from './resources/clips.ts';
export type { CustomModelResource } from './resources/custom-model.ts';
export type { GenerateResource } from './resources/generate.ts';
export type { ImageResource } from './resources/image.ts';
export type { PlaylistResource } from './resources/playlist.ts';
export type { TasksResource } from './resources/tasks.ts';
export type { Pages, UsageResource, UsageSearchRequest } from './resources/usage.ts';
export type { VoicePersonaResource } from './resources/voice-persona.ts';
export { type Clip, findClipId, findClips, findModelId, type Task } from './task.ts';
