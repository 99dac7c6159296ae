export { type Clock, systemClock } from '@mountsea-suno/internal';
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
export { createClient, type MountseaClient } from './client.ts';
export { type Clip, findClipId, findClips, findModelId } from './clips.ts';
export {
  AuthenticationError,
  type Charged,
  type ClientErrors,
  ConfigurationError,
  ConflictError,
  ConnectionError,
  type ErrorCode,
  InsufficientCreditsError,
  InvalidArgumentError,
  isMountseaError,
  MountseaError,
  type MountseaErrorInit,
  type MountseaErrors,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  TimeoutError,
  UnexpectedResponseError,
  UsageNotConfiguredError,
  ValidationError,
} from './errors.ts';
export type { CallInfo, FailureEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent } from './hooks.ts';
export { isCustomModelId, parseCustomModelId } from './model-id.ts';
export type { ClientOptions, OutgoingRequest, RawResponse, RequestOptions, RetryOptions } from './options.ts';
export { type RawClient, type RawClients, type RawMethod, type RawOptions, type RawResult, rawOf } from './raw-clients.ts';
export type { Pages } from './resources/usage.ts';
export { type Operation, type RetryPolicy, retryPolicies } from './retry-policies.ts';
export type { Task } from './task.ts';
