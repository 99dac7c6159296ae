import { type ClientOptions, createClient, type MountseaClient } from '@mountsea-suno/client';
import { withLogging } from '@mountsea-suno/client/log';
import type { TrainingStore } from '@mountsea-suno/workflow';
import { fileStore, homeDirectory } from '@mountsea-suno/workflow/node';
import type { ConfiguredContext } from './context.ts';

/** A client with the options of the settings, which `more` overrides. Rejects with a UsageError when there is no key. */
export async function openClient(
  { settings, output, signal }: ConfiguredContext,
  more: Partial<ClientOptions> = {},
): Promise<MountseaClient> {
  const { baseUrl, usageBaseUrl, fromProject, configPath } = settings;
  // The warning comes before a key is sent to that host or a command is run, because the folder may be somebody else's.
  if (fromProject.length > 0 && !output.quiet) output.warn(`${configPath} has chosen ${fromProject.join(', ')}`);
  const options: ClientOptions = {
    apiKey: await settings.apiKey(signal),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(usageBaseUrl === undefined ? {} : { usageBaseUrl }),
    ...more,
  };
  return createClient(withLogging(options)); // It logs nothing unless MOUNTSEA_LOG names a level.
}

/** The folder of this machine's trainings and models. */
export function homeFolder({ settings, terminal }: ConfiguredContext): string {
  return settings.home ?? homeDirectory(terminal.env);
}

/** The store of this machine's trainings. */
export function openStore(context: ConfiguredContext): TrainingStore {
  return fileStore({ directory: homeFolder(context) });
}
