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
  ClientOptions,
  FailureEvent,
  Hooks,
  Logger,
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
export type {
  CustomModelResource,
  MountseaClient,
  Pages,
  RawClients,
  TasksResource,
  UsageResource,
} from './mountsea-client.ts';
export { type Clip, findClipId, findClips, findModelId, type Task } from './task.ts';
