import { createClient, type MountseaClient } from '@mountsea-suno/client';
import { createSandbox, createVirtualClock, type Sandbox, type SandboxOptions, type VirtualClock } from '@mountsea-suno/sandbox';
import { memoryStore, type RunOptions, type StartTrainingOptions, type TrainingStore } from '../../src/index.ts';

/** A sandbox, a client of it and a store, all on one virtual clock. */
export interface World {
  clock: VirtualClock;
  sandbox: Sandbox;
  client: MountseaClient;
  store: TrainingStore;
  /** What every run takes. */
  run: RunOptions & { store: TrainingStore };
  /** What a new training takes. */
  start: StartTrainingOptions & { store: TrainingStore };
}

export const songs: readonly string[] = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);

export function createWorld(options: SandboxOptions & { usage?: boolean } = {}): World {
  const clock = createVirtualClock();
  const sandbox = createSandbox({ clock, ...options });
  const client = createClient({
    ...sandbox.clientOptions,
    ...(options.usage === false && { usageBaseUrl: undefined }),
    random: () => 0.5,
  });
  const store = memoryStore();
  const run = { client, store, clock, random: () => 0.5 };
  return { clock, sandbox, client, store, run, start: { ...run, name: 'v6Pro', audioUrls: songs } };
}
