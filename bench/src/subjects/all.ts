import type { CreateSubject } from '../subject.ts';

/** What is measured of a library, by what imports it. */
export interface Entry {
  name: string;
  /** The package that is installed; none for what the platform brings along. */
  package?: string;
  /** What a program imports to make its client. */
  import?: string;
  /** A program of ten calls, in `consumers/`. */
  consumer?: string;
  /** Loads it only when it is needed, so that no library affects the measurement of another. Absent where there are no single calls to measure. */
  load?: () => Promise<CreateSubject>;
}

/** Ours first, then plain fetch and openapi-fetch as baselines, then the peers. */
export const entries: readonly Entry[] = [
  {
    name: '@mountsea-suno/client',
    package: '@mountsea-suno/client',
    consumer: 'ours.ts',
    import: "import { createClient as it } from '@mountsea-suno/client';",
    load: async () => (await import('./ours.ts')).ours,
  },
  {
    name: '@mountsea-suno/workflow',
    package: '@mountsea-suno/workflow',
    import:
      "import { createClient } from '@mountsea-suno/client'; import { startTraining } from '@mountsea-suno/workflow'; const it = [createClient, startTraining];",
  },
  { name: 'plain fetch', load: async () => (await import('./plain-fetch.ts')).plainFetch },
  {
    name: 'openapi-fetch',
    package: 'openapi-fetch',
    consumer: 'openapi-fetch.ts',
    import: "import it from 'openapi-fetch';",
    load: async () => (await import('./openapi-fetch.ts')).openapiFetch,
  },
  {
    name: 'openai',
    package: 'openai',
    consumer: 'openai.ts',
    import: "import it from 'openai';",
    load: async () => (await import('./openai.ts')).openai,
  },
  {
    name: 'replicate',
    package: 'replicate',
    consumer: 'replicate.ts',
    import: "import it from 'replicate';",
    load: async () => (await import('./replicate.ts')).replicate,
  },
  {
    name: '@fal-ai/client',
    package: '@fal-ai/client',
    consumer: 'fal.ts',
    import: "import { createFalClient as it } from '@fal-ai/client';",
    load: async () => (await import('./fal.ts')).fal,
  },
  {
    name: 'assemblyai',
    package: 'assemblyai',
    consumer: 'assemblyai.ts',
    import: "import { AssemblyAI as it } from 'assemblyai';",
    load: async () => (await import('./assemblyai.ts')).assemblyai,
  },
  {
    name: 'ky',
    package: 'ky',
    consumer: 'ky.ts',
    import: "import it from 'ky';",
    load: async () => (await import('./ky.ts')).kyClient,
  },
];

/** Makes a subject by its name. */
export async function loadSubject(name: string | undefined): Promise<CreateSubject> {
  const load = entries.find((entry) => entry.name === name)?.load;
  if (!load) throw new Error(`no subject is named ${name}`);
  return load();
}
