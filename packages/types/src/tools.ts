import type { RequestBody, ResponseBody } from './bodies.ts';
import type { paths } from './generated/suno.gen.ts';

type Request<Path extends keyof paths> = RequestBody<paths[Path]['post']>;
type Response<Path extends keyof paths> = ResponseBody<paths[Path]['post']>;

/** Body of `POST /suno/v2/upload`: one publicly downloadable audio file. Its clip may land on any account of the service. */
export interface UploadFileRequest extends Request<'/suno/v2/upload'> {}

/** Answer of `POST /suno/v2/audio/upload/session`: uploads of one session land on one account. */
export interface UploadSession extends Response<'/suno/v2/audio/upload/session'> {}

/** Body of `POST /suno/v2/audio/upload/session/item`: one audio file for one upload session. */
export interface UploadSessionItemRequest extends Request<'/suno/v2/audio/upload/session/item'> {}

/** Body of `POST /suno/v2/playlist/create`: 1 to 4 clips of one account. */
export interface CreatePlaylistRequest extends Request<'/suno/v2/playlist/create'> {}

/** Answer of `POST /suno/v2/playlist/create`. The id goes into `playlist_id` of an inspiration task. */
export interface Playlist extends Response<'/suno/v2/playlist/create'> {}

/** Body of `POST /suno/v2/lyrics`. */
export interface LyricsRequest extends Request<'/suno/v2/lyrics'> {}

/** Body of `POST /suno/v2/mashupLyrics`. `[Instrumental]` stands for an instrumental track. */
export interface MashupLyricsRequest extends Request<'/suno/v2/mashupLyrics'> {}

/** Body of `POST /suno/v2/timing`. */
export interface TimingRequest extends Request<'/suno/v2/timing'> {}

/** Body of `POST /suno/v2/downbeats`. */
export interface DownbeatsRequest extends Request<'/suno/v2/downbeats'> {}

/** Body of `POST /suno/v2/concat`. `edit_session_id` is needed when `is_infill` is true. */
export interface ConcatRequest extends Request<'/suno/v2/concat'> {}

/** Body of `POST /suno/v2/remaster`. `variation_category` goes with `chirp-carp` only. */
export interface RemasterRequest extends Request<'/suno/v2/remaster'> {}

/** Body of `POST /suno/v2/adjustSpeed`. `speed_multiplier` is 0.25 to 4. */
export interface AdjustSpeedRequest extends Request<'/suno/v2/adjustSpeed'> {}

/** Body of `POST /suno/v2/audio/crop`. Times are seconds from the start of the clip. */
export interface CropRequest extends Request<'/suno/v2/audio/crop'> {}

/** Body of `POST /suno/v2/audio/fade`. At least one of the two times, in seconds, is needed. */
export interface FadeRequest extends Request<'/suno/v2/audio/fade'> {}

/** Body of `POST /suno/v2/mdi`. The clip has to come from a `gen_stem_all` task. */
export interface MidiRequest extends Request<'/suno/v2/mdi'> {}

/** Body of `POST /suno/v2/getVoxStem`. */
export interface VoxStemRequest extends Request<'/suno/v2/getVoxStem'> {}

/** Answer of `POST /suno/v2/getVoxStem`. Its `id` is the `vox_audio_id` of a persona; times are seconds. */
export interface VoxStem extends Response<'/suno/v2/getVoxStem'> {}

/** Body of `POST /suno/v2/persona`. A vocal persona (`persona_type: 'vox'`) needs `vox_audio_id`. */
export interface CreatePersonaRequest extends Request<'/suno/v2/persona'> {}

/** Answer of `POST /suno/v2/persona`. */
export interface Persona extends Response<'/suno/v2/persona'> {}

/** Body of `POST /suno/v2/voicePersona/init`. Its task reads `awaiting` when the phrase to record is known. */
export interface InitVoicePersonaRequest extends Request<'/suno/v2/voicePersona/init'> {}

/** Body of `POST /suno/v2/voicePersona/complete`, due within 30 s of `awaiting`. */
export interface CompleteVoicePersonaRequest extends Request<'/suno/v2/voicePersona/complete'> {}

/** Body of `POST /suno/v2/voicePersona/create`, the older flow. Superseded by {@link CompleteVoicePersonaRequest}. */
export interface CreateVoicePersonaRequest extends Request<'/suno/v2/voicePersona/create'> {}

/** Body of `POST /suno/v2/image/generate`. The task gives two images. */
export interface GenerateImageRequest extends Request<'/suno/v2/image/generate'> {}
