import type { KnownValue, RequestBody, ResponseBody, SunoRequest, SunoResponse } from './bodies.ts';
import type { paths as SunoPaths } from './generated/suno.gen.ts';
import type { paths as UsagePaths } from './generated/usage.gen.ts';

export type { RequestBody, ResponseBody } from './bodies.ts';
export type { components as SunoComponents, operations as SunoOperations, paths as SunoPaths } from './generated/suno.gen.ts';
export type { components as UsageComponents, operations as UsageOperations, paths as UsagePaths } from './generated/usage.gen.ts';

// Custom models.

/** Response of `POST /suno/v2/customModel/prepare`: the session that binds uploads and create to one account. */
export interface CustomModelSession extends SunoResponse<'/suno/v2/customModel/prepare'> {}
/** Body of `POST /suno/v2/customModel/upload`: one publicly downloadable audio file for one session. */
export interface UploadToCustomModelRequest extends SunoRequest<'/suno/v2/customModel/upload'> {}
/** Body of `POST /suno/v2/customModel/create`, which costs 100 credits: at least six clips that uploads of the same session gave. */
export interface CreateCustomModelRequest extends SunoRequest<'/suno/v2/customModel/create'> {}
/** The id of a finished custom model. It goes into `model` of a generate request. */
export type CustomModelId = `chirp-custom:${string}`;

// Tasks.

/** Response of every call that starts a task: the id to ask `GET /suno/v2/status` for. */
export interface TaskRef extends SunoResponse<'/suno/v2/customModel/create'> {}
/** Response of `GET /suno/v2/status`, as the contract has it. Times are ISO 8601, in UTC. */
export interface TaskStatusBody extends ResponseBody<SunoPaths['/suno/v2/status']['get']> {}
/**
 * The status of a task. `success`, `failed` and `timeout` are final. It is an open union, because the service has added values before:
 * keep a branch for a value that you do not know, and wait on it as on a running task.
 */
export type TaskStatus = TaskStatusBody['status'];
/** The statuses that the contract names today, without the open end of {@link TaskStatus}. */
export type KnownTaskStatus = KnownValue<TaskStatus>;

// Music, lyrics and images.

/** Body of `POST /suno/v2/generate`. `GET /suno/v2/generate/schema` lists the fields that a task takes. */
export interface GenerateRequest extends SunoRequest<'/suno/v2/generate'> {}
/** The tasks of `POST /suno/v2/generate`: a closed list of what the contract names. */
export type GenerateTask = GenerateRequest['task'];
/** What `model` of {@link GenerateRequest} takes: a model of the service, or a custom one. */
export type ModelId = GenerateRequest['model'] | CustomModelId;
/** One entry of `GET /suno/v2/generate/schema`: which fields a generate task requires, takes and ignores. */
export type GenerateTaskSchema = ResponseBody<SunoPaths['/suno/v2/generate/schema']['get']>[number];
/** Body of `POST /suno/v2/lyrics`: a model and what the lyrics are about. */
export interface LyricsRequest extends SunoRequest<'/suno/v2/lyrics'> {}
/** Body of `POST /suno/v2/mashupLyrics`: two lyrics, of which one may be `[Instrumental]`. */
export interface MashupLyricsRequest extends SunoRequest<'/suno/v2/mashupLyrics'> {}
/** Body of `POST /suno/v2/image/generate`. Its task makes two images. */
export interface GenerateImageRequest extends SunoRequest<'/suno/v2/image/generate'> {}

// Uploads and playlists.

/** Body of `POST /suno/v2/upload`: one publicly downloadable audio file. Its clip may land on any account of the service. */
export interface UploadFileRequest extends SunoRequest<'/suno/v2/upload'> {}
/** Response of `POST /suno/v2/audio/upload/session`: the uploads of one session land on one account. */
export interface UploadSession extends SunoResponse<'/suno/v2/audio/upload/session'> {}
/** Body of `POST /suno/v2/audio/upload/session/item`: one audio file for one upload session. */
export interface UploadSessionItemRequest extends SunoRequest<'/suno/v2/audio/upload/session/item'> {}
/** Body of `POST /suno/v2/playlist/create`: 1 to 4 clips of one account. */
export interface CreatePlaylistRequest extends SunoRequest<'/suno/v2/playlist/create'> {}
/** Response of `POST /suno/v2/playlist/create`: the id that goes into `playlist_id` of an inspiration task. */
export interface Playlist extends SunoResponse<'/suno/v2/playlist/create'> {}

// Tools for clips.

/** Body of `POST /suno/v2/audio/crop`. Times are seconds from the start of the clip. */
export interface CropRequest extends SunoRequest<'/suno/v2/audio/crop'> {}
/** Body of `POST /suno/v2/audio/fade`. At least one of its two times is needed; their unit is not documented. */
export interface FadeRequest extends SunoRequest<'/suno/v2/audio/fade'> {}
/** Body of `POST /suno/v2/adjustSpeed`, at 0.25 to 4 times the original speed. */
export interface AdjustSpeedRequest extends SunoRequest<'/suno/v2/adjustSpeed'> {}
/** Body of `POST /suno/v2/concat`, which makes a whole song of an extended clip. */
export interface ConcatRequest extends SunoRequest<'/suno/v2/concat'> {}
/** Body of `POST /suno/v2/remaster`. `variation_category` goes with `chirp-carp` only. */
export interface RemasterRequest extends SunoRequest<'/suno/v2/remaster'> {}
/** Body of `POST /suno/v2/timing`, which aligns the lyrics of a clip with its audio. */
export interface TimingRequest extends SunoRequest<'/suno/v2/timing'> {}
/** Body of `POST /suno/v2/downbeats`, which finds the downbeats of a clip. */
export interface DownbeatsRequest extends SunoRequest<'/suno/v2/downbeats'> {}
/** Body of `POST /suno/v2/mdi`. The clip has to come from a `gen_stem_all` task. */
export interface MidiRequest extends SunoRequest<'/suno/v2/mdi'> {}
/** Body of `POST /suno/v2/getVoxStem`, which extracts the voice of a clip. */
export interface VoxStemRequest extends SunoRequest<'/suno/v2/getVoxStem'> {}
/** Response of `POST /suno/v2/getVoxStem`: an extracted voice. Its `id` is the `vox_audio_id` of a persona; times are seconds. */
export interface VoxStem extends SunoResponse<'/suno/v2/getVoxStem'> {}

// Personas.

/** Body of `POST /suno/v2/persona`. A vocal persona (`persona_type: 'vox'`) needs `vox_audio_id`. */
export interface CreatePersonaRequest extends SunoRequest<'/suno/v2/persona'> {}
/** Response of `POST /suno/v2/persona`: the new persona, without a task to poll. */
export interface Persona extends SunoResponse<'/suno/v2/persona'> {}
/** Body of `POST /suno/v2/voicePersona/init`. Its task reads `awaiting` when the phrase to record is known. */
export interface InitVoicePersonaRequest extends SunoRequest<'/suno/v2/voicePersona/init'> {}
/** Body of `POST /suno/v2/voicePersona/complete`, which is due within 30 s of `awaiting`. */
export interface CompleteVoicePersonaRequest extends SunoRequest<'/suno/v2/voicePersona/complete'> {}
/** Body of `POST /suno/v2/voicePersona/create`, the older flow. {@link CompleteVoicePersonaRequest} has replaced it. */
export interface CreateVoicePersonaRequest extends SunoRequest<'/suno/v2/voicePersona/create'> {}

// Usage.

/** Response of `GET /api-user/credits`: the credits that the account has left. */
export interface Credits extends ResponseBody<UsagePaths['/api-user/credits']['get']> {}
/** One service of the account. Its `id` narrows a search of points. */
export type ServiceItem = ResponseBody<UsagePaths['/api-user/services']['get']>[number];
/** Body of `POST /api-user/points/search`: a period of 90 days at most, in milliseconds since 1970-01-01 UTC. */
export interface PointsSearchRequest extends RequestBody<UsagePaths['/api-user/points/search']['post']> {}
/** Response of `POST /api-user/points/search`: one page of charges. */
export interface PointsPage extends ResponseBody<UsagePaths['/api-user/points/search']['post']> {}
/** One charge: which call it was for, and the credits before and after it. */
export type PointsItem = PointsPage['items'][number];
