import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { UsageError } from '../errors.ts';

/** The content of `mountsea-suno.config.json`, or of the key `mountsea-suno` of a package.json. It never holds the API key, only where it is. */
export interface Config {
  readonly baseUrl?: string;
  readonly usageBaseUrl?: string;
  /** A file that holds the API key and that only its owner can read. */
  readonly apiKeyFile?: string;
  /** A shell command that prints the API key, such as `pass show mountsea` or `security find-generic-password -w -s mountsea`. */
  readonly apiKeyCommand?: string;
  /** Folder of trainings and models. */
  readonly home?: string;
  /** Bucket for local files. */
  readonly bucket?: string;
  /** S3 endpoint, for everything but AWS. */
  readonly s3Endpoint?: string;
  readonly s3Region?: string;
}

/** A configuration and the file that it came from. */
export interface FoundConfig {
  readonly config: Config;
  readonly path: string | undefined;
  /** Whether it was found in the working directory or above it. Then whoever made that folder has written it. */
  readonly isProject: boolean;
}

const keys: readonly (keyof Config)[] = [
  'baseUrl',
  'usageBaseUrl',
  'apiKeyFile',
  'apiKeyCommand',
  'home',
  'bucket',
  's3Endpoint',
  's3Region',
];
const fileName = 'mountsea-suno.config.json';
const packageKey = 'mountsea-suno';

/**
 * The nearest configuration: `mountsea-suno.config.json` or the key `mountsea-suno` of a package.json in `cwd` or a folder above it, else
 * `~/.config/mountsea-suno/config.json` (XDG_CONFIG_HOME is honoured). The first one found is the only one read.
 */
export async function findConfig(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
  given?: string,
): Promise<FoundConfig> {
  if (given !== undefined) return { config: parseConfig(await mustRead(given), given), path: given, isProject: false };
  for (let folder = cwd; ; folder = dirname(folder)) {
    const own = join(folder, fileName);
    const text = await tryRead(own);
    if (text !== undefined) return { config: parseConfig(text, own), path: own, isProject: true };
    const manifest = join(folder, 'package.json');
    const section = packageSection(await tryRead(manifest));
    if (section !== undefined) return { config: checkConfig(section, manifest), path: manifest, isProject: true };
    if (dirname(folder) === folder) break;
  }
  const personal = join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'mountsea-suno', 'config.json');
  const text = await tryRead(personal);
  return text === undefined
    ? { config: {}, path: undefined, isProject: false }
    : { config: parseConfig(text, personal), path: personal, isProject: false };
}

/** The configuration in a file's text; `path` is only for the message of the UsageError. */
export function parseConfig(text: string, path: string): Config {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${whereBroken(error)}`);
  }
  return checkConfig(value, path);
}

// The engine's message may quote the text around the error, which may hold a key by mistake. So only the position is kept.
function whereBroken(error: unknown): string {
  const message = String(error);
  if (/end of JSON/u.test(message)) return 'it ends too early';
  return /line \d+ column \d+|position \d+/u.exec(message)?.[0] ?? 'check its quotes, commas and brackets';
}

function checkConfig(value: unknown, path: string): Config {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError(`${path} must hold a JSON object`);
  for (const [key, entry] of Object.entries(value)) {
    if (/^(api)?[-_]?(key|token|secret)$/iu.test(key)) {
      throw new UsageError(`${path} must not hold the key itself: name a file in "apiKeyFile" or a command in "apiKeyCommand"`);
    }
    if (!keys.includes(key as keyof Config))
      throw new UsageError(`${path} has an unknown entry ${JSON.stringify(key)}; known are ${keys.join(', ')}`);
    if (typeof entry !== 'string' || entry === '') throw new UsageError(`"${key}" in ${path} must be a text that is not empty`);
  }
  return value as Config;
}

function packageSection(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return (JSON.parse(text) as Record<string, unknown> | null)?.[packageKey];
  } catch {
    return undefined; // A broken package.json does not concern this program.
  }
}

async function tryRead(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES' || code === 'EISDIR') return undefined;
    throw error;
  }
}

async function mustRead(path: string): Promise<string> {
  const text = await tryRead(path);
  if (text === undefined) throw new UsageError(`cannot read ${path}`);
  return text;
}
