import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where trainings are kept: `MOUNTSEA_SUNO_HOME`, else the platform's folder for what programs keep for a user (XDG on Linux).
 *
 * @example
 * ```ts
 * import { homeDirectory } from '@mountsea-suno/workflow/node';
 *
 * console.log(homeDirectory({ MOUNTSEA_SUNO_HOME: '/srv/trainings' })); // /srv/trainings
 * ```
 */
export function homeDirectory(env: Environment = process.env, platform: string = process.platform): string {
  if (env.MOUNTSEA_SUNO_HOME) return env.MOUNTSEA_SUNO_HOME;
  const home = homedir();
  const base =
    platform === 'win32'
      ? env.LOCALAPPDATA || join(home, 'AppData', 'Local')
      : platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : env.XDG_STATE_HOME || join(home, '.local', 'state');
  return join(base, 'mountsea-suno');
}
