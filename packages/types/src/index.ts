export type { RequestBody, ResponseBody } from './bodies.ts';
export type { components as SunoComponents, operations as SunoOperations, paths as SunoPaths } from './generated/suno.gen.ts';
export type { components as UsageComponents, operations as UsageOperations, paths as UsagePaths } from './generated/usage.gen.ts';
export type {
  CreateCustomModelRequest,
  CustomModelId,
  CustomModelSession,
  GenerateRequest,
  GenerateTask,
  GenerateTaskSchema,
  KnownTaskStatus,
  ModelId,
  TaskRef,
  TaskStatus,
  TaskStatusBody,
  UploadToCustomModelRequest,
} from './suno.ts';
export type {
  AdjustSpeedRequest,
  CompleteVoicePersonaRequest,
  ConcatRequest,
  CreatePersonaRequest,
  CreatePlaylistRequest,
  CreateVoicePersonaRequest,
  CropRequest,
  DownbeatsRequest,
  FadeRequest,
  GenerateImageRequest,
  InitVoicePersonaRequest,
  LyricsRequest,
  MashupLyricsRequest,
  MidiRequest,
  Persona,
  Playlist,
  RemasterRequest,
  TimingRequest,
  UploadFileRequest,
  UploadSession,
  UploadSessionItemRequest,
  VoxStem,
  VoxStemRequest,
} from './tools.ts';
export type { Credits, PointsItem, PointsPage, PointsSearchRequest, ServiceItem } from './usage.ts';
