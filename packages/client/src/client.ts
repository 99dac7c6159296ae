import type { Clock } from '@mountsea-suno/internal';
import { readConfig } from './config.ts';
import type { ClientOptions } from './options.ts';
import { createRawClients, type RawClients } from './raw-clients.ts';
import { AudioMethods } from './resources/audio.ts';
import { CustomModelMethods } from './resources/custom-model.ts';
import { ImageMethods } from './resources/image.ts';
import { PlaylistMethods } from './resources/playlist.ts';
import { RootMethods } from './resources/root.ts';
import { TaskMethods } from './resources/tasks.ts';
import { UploadSessionMethods } from './resources/upload-session.ts';
import { UsageMethods } from './resources/usage.ts';
import { VoicePersonaMethods } from './resources/voice-persona.ts';

/** The public members of a class, so that a test's stand-in need not be an instance of it. */
type Methods<Resource> = { readonly [Name in keyof Resource]: Resource[Name] };

/** What {@link createClient} gives: the API's operations as methods, one HTTP call each. */
export interface MountseaClient extends Methods<RootMethods> {
  /** Where the Suno API is, without a slash at the end. */
  readonly baseUrl: string;
  /** Where the usage API is; `undefined` when it is not configured. */
  readonly usageBaseUrl: string | undefined;
  /** The clock of the client. The workflow uses it too. */
  readonly clock: Clock;
  /** Training a model of your own. */
  readonly customModel: Methods<CustomModelMethods>;
  /** The tasks that other methods start. */
  readonly tasks: Methods<TaskMethods>;
  /** Cutting and fading clips. */
  readonly audio: Methods<AudioMethods>;
  /** Uploads that land on one account of the service. */
  readonly uploadSession: Methods<UploadSessionMethods>;
  /** Cover images. */
  readonly image: Methods<ImageMethods>;
  /** Playlists, for inspiration tasks. */
  readonly playlist: Methods<PlaylistMethods>;
  /** A persona from a voice. */
  readonly voicePersona: Methods<VoicePersonaMethods>;
  /** Credits and charges. */
  readonly usage: Methods<UsageMethods>;
  /** Every path of the contract, as an openapi-fetch client for each host. */
  readonly raw: RawClients;
}

/**
 * Makes a client. Sends nothing.
 *
 * @throws ConfigurationError when there is no API key, a URL or a number is bad, or this is a browser.
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 *
 * const client = createClient({ timeoutMs: 60_000 });
 * const { sessionId } = await client.customModel.prepare();
 * console.log(sessionId);
 * ```
 */
export function createClient(options: ClientOptions = {}): MountseaClient {
  const config = readConfig(options);
  const { baseUrl, usageBaseUrl, clock } = config;
  const raw = createRawClients(config);
  const { suno, usage } = raw;
  return Object.assign(new RootMethods(suno), {
    baseUrl,
    usageBaseUrl,
    clock,
    customModel: new CustomModelMethods(suno),
    tasks: new TaskMethods(suno, () => clock.now()),
    audio: new AudioMethods(suno),
    uploadSession: new UploadSessionMethods(suno),
    image: new ImageMethods(suno),
    playlist: new PlaylistMethods(suno),
    voicePersona: new VoicePersonaMethods(suno),
    usage: new UsageMethods(usage),
    raw,
  });
}
