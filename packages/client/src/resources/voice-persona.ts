import type {
  CompleteVoicePersonaRequest,
  CreateVoicePersonaRequest,
  InitVoicePersonaRequest,
  TaskRef,
} from '@mountsea-suno/types';
import type { RequestOptions } from '../client-options.ts';

/**
 * A persona from a voice: init, wait for `awaiting`, complete within 30 s.
 *
 * @example
 * ```ts
 * import { createClient, type VoicePersonaResource } from '@mountsea-suno/client';
 *
 * const resource: VoicePersonaResource = createClient().voicePersona;
 * console.log(Object.keys(resource));
 * ```
 */
export interface VoicePersonaResource {
  /**
   * Starts it. At `awaiting`, the task's data holds the phrase to record.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { taskId } = await createClient().voicePersona.init({ voice_audio_url: 'https://example.com/voice.wav', language: 'en' });
   * console.log(taskId);
   * ```
   */
  init(body: InitVoicePersonaRequest, options?: RequestOptions): Promise<TaskRef>;
  /**
   * Hands in the recorded phrase for the task of `init`, within 30 s of its `awaiting`.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const client = createClient();
   * const { taskId } = await client.voicePersona.init({ voice_audio_url: 'https://example.com/voice.wav', language: 'en' });
   * const { status } = await client.tasks.get(taskId);
   * if (status === 'awaiting') {
   *   const verification_audio_url = 'https://example.com/phrase.wav';
   *   await client.voicePersona.complete({ taskId, verification_audio_url, name: 'me' });
   * }
   * ```
   */
  complete(body: CompleteVoicePersonaRequest, options?: RequestOptions): Promise<TaskRef>;
  /**
   * The older second step, superseded by `complete`.
   *
   * @throws MountseaError
   * @example
   * ```ts
   * import { createClient } from '@mountsea-suno/client';
   *
   * const { taskId } = await createClient().voicePersona.create({
   *   vox_audio_id: 'v',
   *   voice_recording_id: 'r',
   *   phrase_id: 'p',
   *   verification_audio_url: 'https://example.com/phrase.wav',
   *   vocal_start_s: 0,
   *   vocal_end_s: 10,
   *   name: 'me',
   * });
   * console.log(taskId);
   * ```
   */
  create(body: CreateVoicePersonaRequest, options?: RequestOptions): Promise<TaskRef>;
}
