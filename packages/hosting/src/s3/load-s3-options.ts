import type { AudioHost, HostRef } from '../audio-host.ts';
import { HostingError } from '../hosting-error.ts';
import { type AwsProfile, credentialProcess, loadProfile } from './aws-profile.ts';
import { s3Host } from './s3-host.ts';
import type { S3Credentials, S3HostOptions } from './s3-options.ts';
import { isS3Ref } from './s3-ref.ts';

/**
 * What {@link loadS3Options} starts from. What is given here wins over the environment and the files.
 *
 * @example
 * ```ts
 * import type { LoadS3Options } from '@mountsea-suno/hosting/s3';
 *
 * const given: LoadS3Options = { bucket: 's3://songs/training', profile: 'music' };
 * ```
 */
export interface LoadS3Options extends Omit<S3HostOptions, 'credentials'> {
  /** `songs`, `songs/prefix` or `s3://songs/prefix`. */
  readonly bucket: string;
  /** A profile of the AWS files. When it is given, the keys in the environment are ignored. */
  readonly profile?: string | undefined;
  /** Default: what is found in the places that {@link loadS3Options} names. */
  readonly credentials?: S3HostOptions['credentials'] | undefined;
  /** The environment variables to read, default `process.env`. */
  readonly env?: NodeJS.ProcessEnv | undefined;
}

/**
 * Options for `s3Host` from the standard AWS places.
 *
 * - keys: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`, `AWS_CREDENTIAL_EXPIRATION`; else the profile's
 *   `aws_access_key_id`, … or its `credential_process` (through which SSO and roles work: `aws configure export-credentials --format process`)
 * - profile: `profile`, `AWS_PROFILE`, `default`; files: `AWS_CONFIG_FILE`, `AWS_SHARED_CREDENTIALS_FILE`, else `~/.aws/config` and `~/.aws/credentials`
 * - region: `region`, `AWS_REGION`, `AWS_DEFAULT_REGION`, the profile's
 * - endpoint: `endpoint`, `AWS_ENDPOINT_URL_S3`, `AWS_ENDPOINT_URL`, the profile's `services` section, its `endpoint_url`;
 *   `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true` ignores all but the first
 * - addressing: `addressing`, the profile's `s3.addressing_style`
 *
 * @param given The bucket, and the options that replace what the environment and the files say.
 * @returns Options that can be printed, because the keys are behind a function. Rejects with a `HostingError` (`host_configuration`) when there are no
 *   keys, or the named profile does not exist.
 * @example
 * ```ts
 * import { loadS3Options, s3Host } from '@mountsea-suno/hosting/s3';
 *
 * const env = { AWS_ACCESS_KEY_ID: 'AKID', AWS_SECRET_ACCESS_KEY: 'example', AWS_REGION: 'eu-west-1', AWS_CONFIG_FILE: '/none', AWS_SHARED_CREDENTIALS_FILE: '/none' };
 * const host = s3Host(await loadS3Options({ bucket: 's3://songs/training', env }));
 * if (host.describe().place !== 's3://songs/training/ at https://s3.eu-west-1.amazonaws.com') throw new Error('place');
 * ```
 */
export async function loadS3Options(given: LoadS3Options): Promise<S3HostOptions> {
  const { env = process.env, profile: named, ...rest } = given;
  const profile = await loadProfile(env, named);
  const { settings, services } = profile;
  const [bucket = '', ...prefix] = given.bucket
    .replace(/^s3:\/\//, '')
    .replace(/\/+$/, '')
    .split('/');
  const style = settings['s3.addressing_style'];
  const configuredEndpoint =
    env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === 'true'
      ? undefined
      : env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL || services['s3.endpoint_url'] || settings.endpoint_url || undefined;
  return {
    ...rest,
    bucket,
    prefix: given.prefix ?? (prefix.length > 0 ? `${prefix.join('/')}/` : undefined),
    region: given.region ?? (env.AWS_REGION || env.AWS_DEFAULT_REGION || settings.region || undefined),
    endpoint: given.endpoint ?? configuredEndpoint,
    addressing: given.addressing ?? (style === 'path' || style === 'virtual' ? style : undefined),
    credentials: given.credentials ?? findCredentials(named === undefined ? env : {}, env, profile),
  };
}

/**
 * The host that a journaled ref names, with credentials from the same places as {@link loadS3Options}. A cleanup after a crash needs it.
 *
 * @param ref A ref of an S3 host.
 * @param options A profile or credentials, if they are not the default ones.
 * @returns The host, or undefined for a ref of another kind of host. Rejects with a `HostingError` (`host_configuration`) without credentials.
 * @example
 * ```ts
 * import { cleanUpHosted, memoryJournalStore } from '@mountsea-suno/hosting';
 * import { s3HostFor } from '@mountsea-suno/hosting/s3';
 *
 * await cleanUpHosted({ store: memoryJournalStore(), hostFor: ({ ref }) => s3HostFor(ref) });
 * ```
 */
export async function s3HostFor(ref: HostRef, options: Partial<LoadS3Options> = {}): Promise<AudioHost | undefined> {
  if (!isS3Ref(ref)) return undefined;
  const { bucket, endpoint, region, addressing } = ref;
  return s3Host(await loadS3Options({ ...options, bucket, endpoint, region, addressing }));
}

function findCredentials(
  keys: NodeJS.ProcessEnv,
  env: NodeJS.ProcessEnv,
  { name, settings }: AwsProfile,
): () => Promise<S3Credentials> {
  const {
    aws_access_key_id: id,
    aws_secret_access_key: secret,
    aws_session_token: token,
    credential_process: command,
  } = settings;
  const fromEnv = staticKeys(
    keys.AWS_ACCESS_KEY_ID,
    keys.AWS_SECRET_ACCESS_KEY,
    keys.AWS_SESSION_TOKEN,
    keys.AWS_CREDENTIAL_EXPIRATION,
  );
  const found = fromEnv ?? staticKeys(id, secret, token);
  if (found) return async () => found;
  if (command) return () => credentialProcess(command, env);
  throw new HostingError(
    'host_configuration',
    `There are no keys for the bucket: neither AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, nor aws_access_key_id or credential_process in the AWS profile ${JSON.stringify(name)}.`,
  );
}

function staticKeys(
  accessKeyId?: string,
  secretAccessKey?: string,
  sessionToken?: string,
  expiration?: string,
): S3Credentials | undefined {
  if (!accessKeyId || !secretAccessKey) return undefined;
  const expiresAt = Date.parse(expiration ?? '');
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }), ...(!Number.isNaN(expiresAt) && { expiresAt }) };
}
