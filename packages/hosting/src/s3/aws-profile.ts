import { exec } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HostingError } from '../hosting-error.ts';
import type { S3Credentials } from './s3-options.ts';

/** A section of an AWS file: its settings by name; a nested one as `s3.endpoint_url`. */
type AwsSection = Readonly<Record<string, string>>;

/** One profile, as both AWS files describe it. */
export interface AwsProfile {
  readonly name: string;
  /** The settings of the profile; those of the credentials file win. */
  readonly settings: AwsSection;
  /** The settings of the `services` section that the profile names. */
  readonly services: AwsSection;
}

/** Reads a profile from the shared config and credentials files; rejects with `host_configuration` when the named one is in neither. */
export async function loadProfile(env: NodeJS.ProcessEnv, named: string | undefined): Promise<AwsProfile> {
  const directory = join(env.HOME || env.USERPROFILE || homedir(), '.aws');
  const config = parseAwsFile(await readOrEmpty(env.AWS_CONFIG_FILE || join(directory, 'config')));
  const credentials = parseAwsFile(await readOrEmpty(env.AWS_SHARED_CREDENTIALS_FILE || join(directory, 'credentials')));
  const asked = named ?? env.AWS_PROFILE;
  const name = asked || 'default';
  const fromConfig = config.get(`profile ${name}`) ?? (name === 'default' ? config.get('default') : undefined);
  const fromCredentials = credentials.get(name);
  if (asked && !fromConfig && !fromCredentials) {
    throw new HostingError(
      'host_configuration',
      `There is no AWS profile ${JSON.stringify(name)} in the config or the credentials file.`,
    );
  }
  const settings = { ...fromConfig, ...fromCredentials };
  return { name, settings, services: config.get(`services ${settings.services ?? ''}`) ?? {} };
}

async function readOrEmpty(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw new HostingError('host_configuration', `The AWS file ${path} cannot be read.`, { cause });
  }
}

/**
 * Reads the AWS dialect of INI: `[section]`, `name = value`, `#` and `;` comments on lines of their own (or after a blank, for section lines), and
 * indented `name = value` lines below a `name =` without a value. The result holds the settings by section title, as in `default`, `profile work`,
 * `services minio`.
 */
function parseAwsFile(text: string): ReadonlyMap<string, AwsSection> {
  const sections = new Map<string, Record<string, string>>();
  let section: Record<string, string> | undefined;
  let parent = '';
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*([#;]|$)/.test(line)) continue;
    const title = /^\[\s*([^\]]+?)\s*\]/.exec(line)?.[1]?.replace(/\s+/g, ' ');
    if (title !== undefined) {
      section = sections.get(title) ?? {};
      sections.set(title, section);
      parent = '';
      continue;
    }
    const [, indent = '', name, value = ''] = /^(\s*)([^=\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (!section || !name) continue;
    if (indent && parent) {
      section[`${parent}.${name}`] = value;
    } else {
      section[name] = value;
      parent = value === '' ? name : '';
    }
  }
  return sections;
}

const credentialProcessTimeoutMs = 60_000;

/**
 * Runs the command of a profile's `credential_process`, which prints keys as JSON. No error quotes what it printed, because that may be the keys.
 */
export async function credentialProcess(command: string, env: NodeJS.ProcessEnv): Promise<S3Credentials> {
  const failed = (what: string): HostingError =>
    new HostingError('host_configuration', `The profile's credential_process ${what}.`);
  const { stdout } = await promisify(exec)(command, { env, timeout: credentialProcessTimeoutMs, windowsHide: true }).catch(() => {
    throw failed('failed');
  });
  let printed: Record<string, unknown>;
  try {
    printed = JSON.parse(stdout);
  } catch {
    throw failed('did not print JSON');
  }
  const { Version, AccessKeyId, SecretAccessKey, SessionToken, Expiration } = printed;
  if (Version !== 1 || typeof AccessKeyId !== 'string' || typeof SecretAccessKey !== 'string') {
    throw failed('did not print keys of Version 1');
  }
  const expiresAt = typeof Expiration === 'string' ? Date.parse(Expiration) : Number.NaN;
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    ...(typeof SessionToken === 'string' && { sessionToken: SessionToken }),
    ...(!Number.isNaN(expiresAt) && { expiresAt }),
  };
}
