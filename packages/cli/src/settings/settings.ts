import { dirname, resolve } from 'node:path';
import { UsageError } from '../usage-error.ts';
import { findApiKey } from './api-key.ts';
import { type FoundConfig, findConfig } from './config-file.ts';

/** The flags that every command which talks to the API takes. */
export interface ConnectionFlags {
  readonly baseUrl?: string | undefined;
  readonly usageBaseUrl?: string | undefined;
  readonly apiKeyFile?: string | undefined;
  readonly config?: string | undefined;
}

/** Flags over environment over configuration file; see the README for each name. */
export interface Settings {
  readonly baseUrl: string | undefined;
  readonly usageBaseUrl: string | undefined;
  /** Folder of trainings and models; undefined: the platform's own. */
  readonly home: string | undefined;
  readonly bucket: string | undefined;
  readonly s3Endpoint: string | undefined;
  readonly s3Region: string | undefined;
  /** The file that was read. */
  readonly configPath: string | undefined;
  /** Finds the key; a UsageError where there is none. */
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

/** The same with a configuration that was read before, or without one. */
export function settingsFrom(
  { config, path }: FoundConfig,
  flags: ConnectionFlags,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Settings {
  const folder = path === undefined ? cwd : dirname(path);
  const home = env.MOUNTSEA_SUNO_HOME || (config.home === undefined ? undefined : resolve(folder, config.home));
  return {
    baseUrl: webAddress(flags.baseUrl ?? (env.MOUNTSEA_BASE_URL || config.baseUrl), 'base URL'),
    usageBaseUrl: webAddress(flags.usageBaseUrl ?? (env.MOUNTSEA_USAGE_BASE_URL || config.usageBaseUrl), 'usage base URL'),
    home,
    bucket: config.bucket,
    s3Endpoint: config.s3Endpoint,
    s3Region: config.s3Region,
    configPath: path,
    apiKey: (signal) => {
      const { apiKeyFile: fileSetting, apiKeyCommand: commandSetting } = config;
      return findApiKey({ fileFlag: flags.apiKeyFile, env, fileSetting, commandSetting, folder }, signal);
    },
  };
}

function webAddress(text: string | undefined, name: string): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (!URL.canParse(text) || !/^https?:$/u.test(new URL(text).protocol)) {
    throw new UsageError(`the ${name} must be an http or https URL`);
  }
  return text;
}
