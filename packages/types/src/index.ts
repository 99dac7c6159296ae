export type { AdjustSpeedRequest, ConcatRequest, CropRequest, FadeRequest, RemasterRequest } from './audio.ts';
export type { RequestBody, ResponseBody } from './bodies.ts';
export type { DownbeatsRequest, MidiRequest, TimingRequest, VoxStem, VoxStemRequest } from './clip.ts';
export type { CreateCustomModelRequest, CustomModelId, CustomModelSession, UploadToCustomModelRequest } from './custom-model.ts';
export type { GenerateRequest, GenerateTask, GenerateTaskSchema, ModelId } from './generate.ts';
export type { components as SunoComponents, operations as SunoOperations, paths as SunoPaths } from './generated/suno.gen.ts';
export type { components as UsageComponents, operations as UsageOperations, paths as UsagePaths } from './generated/usage.gen.ts';
export type { GenerateImageRequest } from './image.ts';
export type { LyricsRequest, MashupLyricsRequest } from './lyrics.ts';
export type {
  CompleteVoicePersonaRequest,
  CreatePersonaRequest,
  CreateVoicePersonaRequest,
  InitVoicePersonaRequest,
  Persona,
} from './persona.ts';
export type { CreatePlaylistRequest, Playlist } from './playlist.ts';
export type { KnownTaskStatus, TaskRef, TaskStatus, TaskStatusBody } from './task.ts';
export type { UploadFileRequest, UploadSession, UploadSessionItemRequest } from './upload.ts';
export type { Credits, PointsItem, PointsPage, PointsSearchRequest, ServiceItem } from './usage.ts';
