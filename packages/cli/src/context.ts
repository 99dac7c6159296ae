import { type ClientOptions, createClient, type MountseaClient } from '@mountsea-suno/client';
import { withLogging } from '@mountsea-suno/client/log';
import type { TrainingStore } from '@mountsea-suno/workflow';
import { fileStore, homeDirectory } from '@mountsea-suno/workflow/node';
import type { WayOn } from './failure.ts';
import { type ConnectionFlags, loadSettings, type Settings } from './settings/settings.ts';
import { createOutput, type Output, type OutputFlags, type Terminal } from './terminal/output.ts';

/** The flags that every command takes. */
export interface CommonFlags extends OutputFlags, ConnectionFlags {}

/** What a command works with: where it speaks, what it was told, and when to stop. */
export interface Context {
  readonly terminal: Terminal;
  readonly output: Output;
  readonly settings: Settings;
  readonly signal: AbortSignal;
  /** Says how to go on when the command is stopped from now on; 'nothing': it keeps nothing with which to go on. */
  resumable(way: WayOn | 'nothing'): void;
}

/** The context of one run of a command. */
export async function createContext(
  terminal: Terminal,
  flags: CommonFlags,
  signal: AbortSignal,
  resumable: (way: WayOn | 'nothing') => void,
): Promise<Context> {
  const settings = await loadSettings(flags, terminal.env, terminal.cwd);
  return { terminal, output: createOutput(terminal, flags), settings, signal, resumable };
}

/** A client by the settings; `over` wins. Rejects with a UsageError where no key is to be found. */
export async function openClient(
  { settings, output, signal }: Context,
  over: Partial<ClientOptions> = {},
): Promise<MountseaClient> {
  const { baseUrl, usageBaseUrl, fromProject, configPath } = settings;
  // Before a key is sent there, or a command is run: the folder may be somebody else's.
  if (fromProject.length > 0 && !output.quiet) output.warn(`${configPath} has chosen ${fromProject.join(', ')}`);
  const options: ClientOptions = {
    apiKey: await settings.apiKey(signal),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(usageBaseUrl === undefined ? {} : { usageBaseUrl }),
    ...over,
  };
  return createClient(withLogging(options)); // silent unless MOUNTSEA_LOG names a level
}

/** The folder of this machine's trainings and models. */
export function homeFolder({ settings, terminal }: Context): string {
  return settings.home ?? homeDirectory(terminal.env);
}

/** The store of this machine's trainings. */
export function openStore(context: Context): TrainingStore {
  return fileStore({ directory: homeFolder(context) });
}
