import type {
  CompleteVoicePersonaRequest,
  CreateVoicePersonaRequest,
  InitVoicePersonaRequest,
  TaskRef,
} from '@mountsea-suno/types';
import { call, dataOf, hasText } from '../call-request.ts';
import type { RequestOptions } from '../options.ts';
import type { RawClients } from '../raw-clients.ts';

const task = hasText<TaskRef>('taskId');

/** A persona from a voice: init, wait for `awaiting`, complete within 30 s. */
export class VoicePersonaMethods {
  readonly #suno: RawClients['suno'];

  constructor(suno: RawClients['suno']) {
    this.#suno = suno;
  }

  /**
   * Starts it. At `awaiting`, the task's data holds the phrase to record.
   *
   * @throws MountseaError
   */
  readonly init = (body: InitVoicePersonaRequest, options?: RequestOptions): Promise<TaskRef> =>
    dataOf(this.#suno.POST('/suno/v2/voicePersona/init', { body, ...call(task, options) }));

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
  readonly complete = (body: CompleteVoicePersonaRequest, options?: RequestOptions): Promise<TaskRef> =>
    dataOf(this.#suno.POST('/suno/v2/voicePersona/complete', { body, ...call(task, options) }));

  /**
   * The older second step, superseded by `complete`.
   *
   * @throws MountseaError
   */
  readonly create = (body: CreateVoicePersonaRequest, options?: RequestOptions): Promise<TaskRef> =>
    dataOf(this.#suno.POST('/suno/v2/voicePersona/create', { body, ...call(task, options) }));
}
