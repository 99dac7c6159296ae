import type { MountseaClient } from '../../src/index.ts';
import type { Operation } from '../../src/retry-policies.ts';

/** The methods of the client by their names, as in `customModel.create`. */
export type MethodName = {
  [Key in Exclude<keyof MountseaClient, 'raw' | 'clock'> & string]: MountseaClient[Key] extends (...args: never[]) => unknown
    ? Key
    : MountseaClient[Key] extends object
      ? `${Key}.${keyof MountseaClient[Key] & string}`
      : never;
}[Exclude<keyof MountseaClient, 'raw' | 'clock'> & string];

interface Method {
  operation: Operation;
  /** Calls the method with every field of its request, so that a field that is renamed in the contract does not compile here. */
  call: (client: MountseaClient) => Promise<unknown>;
  /** What its response holds at least. */
  response: unknown;
}

const session = { sessionId: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890' };
const task = { taskId: 't' };
const clip = { clip_id: 'c' };
const audioUrl = 'https://a.example/1.mp3';

/** Every method of the client: one that is missing here, or is there no more, does not compile. */
export const everyMethod: Readonly<Record<MethodName, Method>> = {
  'customModel.prepare': {
    operation: 'POST /suno/v2/customModel/prepare',
    call: (client) => client.customModel.prepare(),
    response: session,
  },
  'customModel.upload': {
    operation: 'POST /suno/v2/customModel/upload',
    call: (client) => client.customModel.upload({ ...session, audioUrl }),
    response: task,
  },
  'customModel.create': {
    operation: 'POST /suno/v2/customModel/create',
    call: (client) => client.customModel.create({ ...session, clipIds: ['1', '2', '3', '4', '5', '6'], name: 'v6Pro' }),
    response: task,
  },
  'tasks.get': {
    operation: 'GET /suno/v2/status',
    call: (client) => client.tasks.get('t'),
    response: { ...task, status: 'ready' },
  },
  generate: {
    operation: 'POST /suno/v2/generate',
    call: (client) =>
      client.generate({
        task: 'create',
        model: 'chirp-v55',
        make_instrumental: false,
        prompt: 'la',
        continued_aligned_prompt: 'la la',
        infill_lyrics: 'la',
        gpt_description_prompt: 'a song',
        tags: 'folk',
        negative_tags: 'metal',
        title: 'Rain',
        clip_id: 'c',
        continue_at: 1,
        range: { start_s: 0, end_s: 1 },
        infill_context_range: { start_s: 0, end_s: 1 },
        infill_type: 'x',
        persona: { persona_id: 'p', artist_clip_id: 'c', persona_style: 's' },
        controls: { style_weight: 0.5, audio_weight: 0.5, weirdness_constraint: 0.5 },
        vocal_gender: 'm',
        audio_url: audioUrl,
        mashup_clip_ids: ['a', 'b'],
        playlist_clip_ids: ['a'],
        playlist_id: 'p',
        sound: { description: 'a bell', type: 'one_shot', key: 'F#', bpm: 90 },
      }),
    response: task,
  },
  generateSchema: {
    operation: 'GET /suno/v2/generate/schema',
    call: (client) => client.generateSchema('create'),
    response: [],
  },
  upload: { operation: 'POST /suno/v2/upload', call: (client) => client.upload({ audioUrl }), response: task },
  'uploadSession.prepare': {
    operation: 'POST /suno/v2/audio/upload/session',
    call: (client) => client.uploadSession.prepare(),
    response: session,
  },
  'uploadSession.item': {
    operation: 'POST /suno/v2/audio/upload/session/item',
    call: (client) => client.uploadSession.item({ ...session, audioUrl }),
    response: task,
  },
  'audio.crop': {
    operation: 'POST /suno/v2/audio/crop',
    call: (client) =>
      client.audio.crop({ ...clip, crop_start_s: 0, crop_end_s: 1, is_crop_remove: false, ui_surface: 'song_actions' }),
    response: task,
  },
  'audio.fade': {
    operation: 'POST /suno/v2/audio/fade',
    call: (client) => client.audio.fade({ ...clip, fade_in_time: 1, fade_out_time: 2, title: 'Rain' }),
    response: task,
  },
  adjustSpeed: {
    operation: 'POST /suno/v2/adjustSpeed',
    call: (client) => client.adjustSpeed({ ...clip, speed_multiplier: 2, keep_pitch: true, title: 'Rain' }),
    response: task,
  },
  concat: {
    operation: 'POST /suno/v2/concat',
    call: (client) => client.concat({ ...clip, is_infill: true, project_id: 'p', edit_session_id: 'e' }),
    response: task,
  },
  remaster: {
    operation: 'POST /suno/v2/remaster',
    call: (client) => client.remaster({ ...clip, model_name: 'chirp-carp', variation_category: 'subtle' }),
    response: task,
  },
  lyrics: {
    operation: 'POST /suno/v2/lyrics',
    call: (client) => client.lyrics({ lyrics_model: 'default', prompt: 'rain' }),
    response: task,
  },
  mashupLyrics: {
    operation: 'POST /suno/v2/mashupLyrics',
    call: (client) => client.mashupLyrics({ lyrics_a: 'rain', lyrics_b: '[Instrumental]' }),
    response: task,
  },
  timing: { operation: 'POST /suno/v2/timing', call: (client) => client.timing({ clip_id: 'c' }), response: task },
  downbeats: { operation: 'POST /suno/v2/downbeats', call: (client) => client.downbeats({ clip_id: 'c' }), response: task },
  mdi: { operation: 'POST /suno/v2/mdi', call: (client) => client.mdi({ clip_id: 'c' }), response: task },
  getVoxStem: {
    operation: 'POST /suno/v2/getVoxStem',
    call: (client) => client.getVoxStem({ clip_id: 'c' }),
    response: { id: 'v' },
  },
  persona: {
    operation: 'POST /suno/v2/persona',
    call: (client) =>
      client.persona({
        ...clip,
        name: 'me',
        is_public: false,
        description: 'my voice',
        persona_type: 'vox',
        vox_audio_id: 'v',
        vocal_start_s: 0,
        vocal_end_s: 1,
        user_input_styles: 'folk',
        image_s3_id: 'data:image/png;base64,',
      }),
    response: { id: 'p' },
  },
  'voicePersona.init': {
    operation: 'POST /suno/v2/voicePersona/init',
    call: (client) => client.voicePersona.init({ voice_audio_url: audioUrl, language: 'en', vocal_start_s: 0, vocal_end_s: 1 }),
    response: task,
  },
  'voicePersona.complete': {
    operation: 'POST /suno/v2/voicePersona/complete',
    call: (client) =>
      client.voicePersona.complete({
        taskId: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
        verification_audio_url: audioUrl,
        name: 'me',
        description: 'my voice',
        is_public: false,
        image_s3_id: 'aGk=',
      }),
    response: task,
  },
  'voicePersona.create': {
    operation: 'POST /suno/v2/voicePersona/create',
    call: (client) =>
      client.voicePersona.create({
        vox_audio_id: 'v',
        voice_recording_id: 'r',
        phrase_id: 'p',
        verification_audio_url: audioUrl,
        vocal_start_s: 0,
        vocal_end_s: 1,
        name: 'me',
        description: 'my voice',
        is_public: false,
        image_s3_id: 'aGk=',
      }),
    response: task,
  },
  'playlist.create': {
    operation: 'POST /suno/v2/playlist/create',
    call: (client) => client.playlist.create({ clip_ids: ['c'], name: 'mine' }),
    response: { playlist_id: 'p' },
  },
  'image.generate': {
    operation: 'POST /suno/v2/image/generate',
    call: (client) => client.image.generate({ prompt: 'a lake', image_gen_category: 'basic' }),
    response: task,
  },
  'usage.credits': {
    operation: 'GET /api-user/credits',
    call: (client) => client.usage.credits(),
    response: { credits: 1 },
  },
  'usage.services': { operation: 'GET /api-user/services', call: (client) => client.usage.services(), response: [] },
  'usage.searchPoints': {
    operation: 'POST /api-user/points/search',
    call: async (client) => {
      const query = { dateRange: { start: 0, end: 1 }, page: 1, limit: 10, serviceId: 's' };
      for await (const _ of client.usage.searchPoints(query).pages());
    },
    response: { items: [], meta: {} },
  },
};
