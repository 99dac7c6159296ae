import { homedir } from 'node:os';
import { join } from 'node:path';

/** The platform's folder for the state of a user's programs. */
export function defaultHome(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'mountsea-suno');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'mountsea-suno');
  return join(env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'mountsea-suno');
}
