import type { SunoRequest, SunoResponse } from './suno-bodies.ts';

/**
 * Body of `POST /suno/v2/persona`. A vocal persona (`persona_type: 'vox'`) needs `vox_audio_id`.
 *
 * @example
 * ```ts
 * import type { CreatePersonaRequest } from '@mountsea-suno/types';
 *
 * const request: CreatePersonaRequest = {
 *   clip_id: 'clip-1',
 *   name: 'Low voice',
 *   is_public: false,
 *   persona_type: 'vox',
 *   vox_audio_id: 'vox-1',
 * };
 * console.log(request);
 * ```
 */
export interface CreatePersonaRequest extends SunoRequest<'/suno/v2/persona'> {}

/**
 * Answer of `POST /suno/v2/persona`.
 *
 * @example
 * ```ts
 * import type { Persona } from '@mountsea-suno/types';
 *
 * const persona: Persona = { id: 'persona-1', name: 'Low voice', is_public: false };
 * console.log(persona);
 * ```
 */
export interface Persona extends SunoResponse<'/suno/v2/persona'> {}

/**
 * Body of `POST /suno/v2/voicePersona/init`. Its task reads `awaiting` when the phrase to record is known.
 *
 * @example
 * ```ts
 * import type { InitVoicePersonaRequest } from '@mountsea-suno/types';
 *
 * const request: InitVoicePersonaRequest = { voice_audio_url: 'https://example.com/voice.wav', language: 'en' };
 * console.log(request);
 * ```
 */
export interface InitVoicePersonaRequest extends SunoRequest<'/suno/v2/voicePersona/init'> {}

/**
 * Body of `POST /suno/v2/voicePersona/complete`, due within 30 s of `awaiting`.
 *
 * @example
 * ```ts
 * import type { CompleteVoicePersonaRequest } from '@mountsea-suno/types';
 *
 * const request: CompleteVoicePersonaRequest = {
 *   taskId: '15c257ff-43f7-4678-bd41-202ad6b8488b',
 *   verification_audio_url: 'https://example.com/phrase.wav',
 *   name: 'My voice',
 * };
 * console.log(request);
 * ```
 */
export interface CompleteVoicePersonaRequest extends SunoRequest<'/suno/v2/voicePersona/complete'> {}

/**
 * Body of `POST /suno/v2/voicePersona/create`, the older flow. Superseded by {@link CompleteVoicePersonaRequest}.
 *
 * @example
 * ```ts
 * import type { CreateVoicePersonaRequest } from '@mountsea-suno/types';
 *
 * const request: CreateVoicePersonaRequest = {
 *   vox_audio_id: 'vox-1',
 *   voice_recording_id: 'recording-1',
 *   phrase_id: 'phrase-1',
 *   verification_audio_url: 'https://example.com/phrase.wav',
 *   vocal_start_s: 0,
 *   vocal_end_s: 20,
 *   name: 'My voice',
 * };
 * console.log(request);
 * ```
 */
export interface CreateVoicePersonaRequest extends SunoRequest<'/suno/v2/voicePersona/create'> {}
