import { type ClientOptions, createClient, type MountseaClient } from '@mountsea-suno/client';
import { withLogging } from '@mountsea-suno/client/log';
import type { TrainingStore } from '@mountsea-suno/workflow';
import { fileStore, homeDirectory } from '@mountsea-suno/workflow/node';
import type { BareContext } from './bare-context.ts';
import type { Settings } from './settings/settings.ts';

/** What a command works with: where it speaks, what it was told, and when to stop. */
export interface Context extends BareContext {
  readonly settings: Settings;
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
