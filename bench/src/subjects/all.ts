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
  /** Only when it is needed, so that no library weighs on the measurement of another. */
  load: () => Promise<CreateSubject>;
}

/** Ours first, the floor second, then the peers. */
export const entries: readonly Entry[] = [
  {
    name: '@mountsea-suno/client',
    package: '@mountsea-suno/client',
    consumer: 'ours.ts',
    import: "import { createClient as it } from '@mountsea-suno/client';",
    load: async () => (await import('./ours.ts')).ours,
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

/** The entry of this name. */
export function entryNamed(name: string | undefined): Entry {
  const found = entries.find((entry) => entry.name === name);
  if (!found) throw new Error(`no subject is named ${name}`);
  return found;
}
