import type { ResponseBody, SunoPaths, UsagePaths } from '@mountsea-suno/types';
import type { Client, ClientPathsWithMethod, MaybeOptionalInit } from 'openapi-fetch';
import type { AudioResource } from './resources/audio.ts';
import type { ClipMethods } from './resources/clips.ts';
import type { CustomModelResource } from './resources/custom-model.ts';
import type { GenerateResource } from './resources/generate.ts';
import type { ImageResource } from './resources/image.ts';
import type { PlaylistResource } from './resources/playlist.ts';
import type { TasksResource } from './resources/tasks.ts';
import type { UsageResource } from './resources/usage.ts';
import type { VoicePersonaResource } from './resources/voice-persona.ts';

/**
 * What {@link createClient} gives: the API's operations as methods, one HTTP call each, named as their paths.
 *
 * @example
 * ```ts
 * import { createClient, type MountseaClient } from '@mountsea-suno/client';
 *
 * const client: MountseaClient = createClient();
 * console.log(client.baseUrl, client.usageBaseUrl);
 * ```
 */
export interface MountseaClient extends ClipMethods {
  /** Where the Suno API is, without a slash at the end. */
  readonly baseUrl: string;
  /** Where the usage API is; `undefined` when it is not configured. */
  readonly usageBaseUrl: string | undefined;
  /** Training a model of your own. */
  readonly customModel: CustomModelResource;
  /** The tasks that other methods start. */
  readonly tasks: TasksResource;
  /** Songs, stems and sounds. */
  readonly generate: GenerateResource;
  /** Cutting, fading and uploading audio. */
  readonly audio: AudioResource;
  /** Cover images. */
  readonly image: ImageResource;
  /** Playlists, for inspiration tasks. */
  readonly playlist: PlaylistResource;
  /** A persona from a voice. */
  readonly voicePersona: VoicePersonaResource;
  /** Credits and charges. */
  readonly usage: UsageResource;
  /** Every path of the contract, over the same transport. */
  readonly raw: RawClients;
}

/**
 * Both hosts, path by path.
 *
 * @example
 * ```ts
 * import { createClient, type RawClients } from '@mountsea-suno/client';
 *
 * const raw: RawClients = createClient().raw;
 * const { data, response } = await raw.usage.GET('/api-user/credits');
 * console.log(response.headers.get('date'), data.credits);
 * ```
 */
export interface RawClients {
  /** The Suno API. */
  readonly suno: RawClient<SunoPaths>;
  /** The usage API. */
  readonly usage: RawClient<UsagePaths>;
}

/**
 * The paths of a host, with the parameters and bodies as openapi-fetch types them. Unlike there, failures are thrown, so `data` is
 * always there; `timeoutMs` is taken beside `signal`; what is no GET is sent again only when it is known not to have been accepted.
 *
 * @example
 * ```ts
 * import { createClient, type RawClient } from '@mountsea-suno/client';
 * import type { SunoPaths } from '@mountsea-suno/types';
 *
 * const suno: RawClient<SunoPaths> = createClient().raw.suno;
 * const { data } = await suno.POST('/suno/v2/customModel/prepare', { timeoutMs: 10_000 });
 * console.log(data.sessionId);
 * ```
 */
export interface RawClient<Paths extends object> {
  /** Calls a GET of the contract. */
  readonly GET: RawMethod<Paths, 'get'>;
  /** Calls a POST of the contract. */
  readonly POST: RawMethod<Paths, 'post'>;
}

/**
 * One HTTP method of a {@link RawClient}.
 *
 * @example
 * ```ts
 * import { createClient, type RawMethod } from '@mountsea-suno/client';
 * import type { SunoPaths } from '@mountsea-suno/types';
 *
 * const get: RawMethod<SunoPaths, 'get'> = createClient().raw.suno.GET;
 * const { data } = await get('/suno/v2/generate/schema', { params: { query: { task: 'create' } } });
 * console.log(data.length);
 * ```
 */
export type RawMethod<Paths extends object, Method extends 'get' | 'post'> = <
  Path extends ClientPathsWithMethod<Client<Paths>, Method>,
  Init extends MaybeOptionalInit<Paths[Path & keyof Paths], Method & keyof Paths[Path & keyof Paths]>,
>(
  path: Path,
  ...init: undefined extends Init ? [init?: Init & Extra] : [init: Init & Extra]
) => Promise<RawAnswer<ResponseBody<Paths[Path & keyof Paths][Method & keyof Paths[Path & keyof Paths]]>>>;

type Extra = { timeoutMs?: number };

/**
 * What a call of a {@link RawClient} gives.
 *
 * @example
 * ```ts
 * import { type Credits, createClient, type RawAnswer } from '@mountsea-suno/client';
 *
 * const { data, response }: RawAnswer<Credits> = await createClient().raw.usage.GET('/api-user/credits');
 * console.log(response.status, data.credits);
 * ```
 */
export interface RawAnswer<Data> {
  /** The JSON of the answer. Unlike a method's value it is not looked at. */
  readonly data: Data;
  /** The answer itself, with its body unread. */
  readonly response: Response;
}
