import { type ExecException, exec } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';

/** The places that a key may come from, in the order in which they are tried. */
export interface KeySources {
  /** `--api-key-file`. */
  readonly fileFlag?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fileSetting?: string | undefined;
  readonly commandSetting?: string | undefined;
  /** Folder that a relative path is relative to. */
  readonly folder: string;
}

const commandTimeoutMs = 60_000;

/** The place where the key is. */
export interface KeyPlace {
  /** The flag, the variable or the setting that names the place. */
  readonly from: '--api-key-file' | 'MOUNTSEA_API_KEY' | 'apiKeyFile' | 'apiKeyCommand' | undefined;
  /** Gives the key, or rejects with a UsageError that says how to give one. */
  read(signal?: AbortSignal): Promise<string>;
}

/** The first place that holds a key. No flag takes the key itself, because the process list would show it. */
export function findApiKey({ fileFlag, env, fileSetting, commandSetting, folder }: KeySources): KeyPlace {
  if (fileFlag !== undefined) return { from: '--api-key-file', read: () => keyFromFile(resolve(fileFlag)) };
  const inEnv = env.MOUNTSEA_API_KEY ?? '';
  if (inEnv.trim() !== '') return { from: 'MOUNTSEA_API_KEY', read: async () => oneKey(inEnv, 'MOUNTSEA_API_KEY') };
  if (fileSetting !== undefined)
    return { from: 'apiKeyFile', read: () => keyFromFile(resolve(folder, withoutTilde(fileSetting))) };
  if (commandSetting !== undefined)
    return { from: 'apiKeyCommand', read: (signal) => keyFromCommand(commandSetting, folder, signal) };
  return { from: undefined, read: () => Promise.reject(new UsageError(howToGive)) };
}

const howToGive =
  'no API key: set MOUNTSEA_API_KEY, or name a file with --api-key-file, or see "apiKeyFile" and "apiKeyCommand" in the configuration';

function withoutTilde(path: string): string {
  return /^~[\\/]/u.test(path) ? join(homedir(), path.slice(2)) : path;
}

async function keyFromFile(path: string): Promise<string> {
  let mode: number;
  let text: string;
  try {
    mode = (await stat(path)).mode;
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`cannot read the key file ${path} (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`);
  }
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new UsageError(`others can read the key file ${path}; make it yours alone: chmod 600 ${path}`);
  }
  return oneKey(text, `the key file ${path}`);
}

async function keyFromCommand(command: string, cwd: string, signal?: AbortSignal): Promise<string> {
  const output = await new Promise<string>((done, fail) => {
    // The command's stderr is not shown, because it may hold the secret. Its exit code is shown.
    const options = { cwd, timeout: commandTimeoutMs, maxBuffer: 64 * 1024, windowsHide: true, ...(signal && { signal }) };
    const child = exec(command, options, (error, stdout) => {
      if (error === null) done(stdout);
      // Ctrl-C on a terminal also reaches the command.
      else if (signal?.aborted) fail(signal.reason);
      else fail(new UsageError(`the apiKeyCommand failed (${whyFailed(error)})`));
    });
    child.stdin?.end();
  });
  return oneKey(output, 'the apiKeyCommand');
}

function whyFailed({ killed, signal, code }: ExecException): string {
  if (killed === true) return 'it took over a minute';
  if (typeof signal === 'string') return `ended by ${signal}`;
  return typeof code === 'number' ? `exit code ${code}` : 'it printed more than 64 kB';
}

function oneKey(text: string, source: string): string {
  const key = text.trim();
  if (key === '') throw new UsageError(`${source} gave no key`);
  if (/\s/u.test(key)) throw new UsageError(`${source} gave more than one word where the key should be`);
  // A header cannot hold any other character, and the error that refuses such a header might quote the key.
  if (!/^[!-~]+$/u.test(key)) throw new UsageError(`${source} gave characters that no key has`);
  return key;
}
