import { dirname, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { findApiKey } from './api-key.ts';
import { type FoundConfig, findConfig } from './config-file.ts';

/** The flags that every command which talks to the API takes. */
export interface ConnectionFlags {
  readonly baseUrl?: string | undefined;
  readonly usageBaseUrl?: string | undefined;
  readonly apiKeyFile?: string | undefined;
  readonly config?: string | undefined;
}

/** The settings of a run: flags come before the environment, and that before the configuration file. The README lists the names. */
export interface Settings {
  readonly baseUrl: string | undefined;
  readonly usageBaseUrl: string | undefined;
  /** The folder of trainings and models; undefined stands for the platform's own. */
  readonly home: string | undefined;
  readonly bucket: string | undefined;
  readonly s3Endpoint: string | undefined;
  readonly s3Region: string | undefined;
  /** The configuration file that was read. */
  readonly configPath: string | undefined;
  /** The flag, the variable or the entry of the file that each of these came from; undefined when none gave it. */
  readonly origins: Readonly<Record<'baseUrl' | 'usageBaseUrl' | 'home' | 'apiKey', string | undefined>>;
  /** The entries in force that the configuration of a project has chosen. Somebody else may have written it. */
  readonly fromProject: readonly string[];
  /** Finds the key; rejects with a UsageError when there is none. */
  apiKey(signal?: AbortSignal): Promise<string>;
}

/** Reads the settings of this run. */
export async function loadSettings(
  flags: ConnectionFlags,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Promise<Settings> {
  return settingsFrom(await findConfig(cwd, env, flags.config), flags, env, cwd);
}

/** The settings that follow from a configuration that has already been read. */
export function settingsFrom(
  { config, path, isProject }: FoundConfig,
  flags: ConnectionFlags,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Settings {
  const folder = path === undefined ? cwd : dirname(path);
  const key = findApiKey({
    fileFlag: flags.apiKeyFile,
    env,
    fileSetting: config.apiKeyFile,
    commandSetting: config.apiKeyCommand,
    folder,
  });
  const baseUrl = pick([flags.baseUrl, '--base-url'], [env.MOUNTSEA_BASE_URL, 'MOUNTSEA_BASE_URL'], [config.baseUrl, 'baseUrl']);
  const usageBaseUrl = pick(
    [flags.usageBaseUrl, '--usage-base-url'],
    [env.MOUNTSEA_USAGE_BASE_URL, 'MOUNTSEA_USAGE_BASE_URL'],
    [config.usageBaseUrl, 'usageBaseUrl'],
  );
  const home = pick(
    [env.MOUNTSEA_SUNO_HOME, 'MOUNTSEA_SUNO_HOME'],
    [config.home === undefined ? undefined : resolve(folder, config.home), 'home'],
  );
  const origins = { baseUrl: baseUrl.from, usageBaseUrl: usageBaseUrl.from, home: home.from, apiKey: key.from };
  return {
    baseUrl: webAddress(baseUrl.value, 'base URL'),
    usageBaseUrl: webAddress(usageBaseUrl.value, 'usage base URL'),
    home: home.value,
    bucket: config.bucket,
    s3Endpoint: config.s3Endpoint,
    s3Region: config.s3Region,
    configPath: path,
    origins,
    fromProject: isProject ? Object.values(origins).flatMap((from) => (from !== undefined && from in config ? [from] : [])) : [],
    apiKey: key.read,
  };
}

/** The first place that gives a value. */
function pick(...places: (readonly [value: string | undefined, from: string])[]): { value?: string; from?: string } {
  const [value, from] = places.find(([text]) => text !== undefined && text !== '') ?? [];
  return value === undefined || from === undefined ? {} : { value, from };
}

function webAddress(text: string | undefined, name: string): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (!URL.canParse(text) || !/^https?:$/u.test(new URL(text).protocol)) {
    throw new UsageError(`the ${name} must be an http or https URL`);
  }
  return text;
}
