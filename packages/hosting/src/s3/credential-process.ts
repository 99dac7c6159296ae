import { exec } from 'node:child_process';
import { promisify } from 'node:util';
import { HostingError } from '../hosting-error.ts';
import type { S3Credentials } from './s3-options.ts';

const timeoutMs = 60_000;

/**
 * Asks the command of a profile's `credential_process`, which answers with keys as JSON.
 * What it prints is in no error: it may be the keys.
 */
export async function credentialProcess(command: string, env: NodeJS.ProcessEnv): Promise<S3Credentials> {
  const failed = (what: string): HostingError =>
    new HostingError('host_configuration', `The profile's credential_process ${what}.`);
  const { stdout } = await promisify(exec)(command, { env, timeout: timeoutMs, windowsHide: true }).catch(() => {
    throw failed('failed');
  });
  let answer: Record<string, unknown>;
  try {
    answer = JSON.parse(stdout);
  } catch {
    throw failed('did not print JSON');
  }
  const { Version, AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answer;
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
