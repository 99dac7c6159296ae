import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { HostingError } from '../hosting-error.ts';
import { type AwsSection, parseAwsFile } from './aws-files.ts';

/** What both AWS files say of one profile. */
export interface AwsProfile {
  readonly name: string;
  /** Settings of the profile; those of the credentials file win. */
  readonly settings: AwsSection;
  /** The settings under its `services` section. */
  readonly services: AwsSection;
}

/** Reads a profile from the shared config and credentials files; rejects with `host_configuration` when one was named that is in neither. */
export async function loadProfile(env: NodeJS.ProcessEnv, named: string | undefined): Promise<AwsProfile> {
  const directory = join(env.HOME || env.USERPROFILE || homedir(), '.aws');
  const config = parseAwsFile(await readIfThere(env.AWS_CONFIG_FILE || join(directory, 'config')));
  const credentials = parseAwsFile(await readIfThere(env.AWS_SHARED_CREDENTIALS_FILE || join(directory, 'credentials')));
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

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw new HostingError('host_configuration', `The AWS file ${path} cannot be read.`, { cause });
  }
}
