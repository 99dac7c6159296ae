import { assembleAll, type Documents, documentFiles } from '../contract/documents.ts';
import { readText } from '../files.ts';
import { APIS, type Layout, shownPath } from '../layout.ts';
import { clientFiles } from './client-files.ts';
import { contractModule } from './contract-module.ts';
import { typesModule } from './types-module.ts';

/** Makes files out of the contract. Writes nothing. */
interface Generator {
  /** The texts of its files, by absolute path. */
  files: (documents: Documents, layout: Layout) => ReadonlyMap<string, string> | Promise<ReadonlyMap<string, string>>;
}

/** Every generator of the repository. A new generated file is made by one more entry here, and by nothing else. */
const GENERATORS: readonly Generator[] = [
  {
    files: async (documents, layout) => {
      const one = async (api: (typeof APIS)[number]): Promise<[string, string]> => [
        layout.types(api),
        await typesModule(documents[api], `openapi/${api}.yaml`),
      ];
      return new Map(await Promise.all(APIS.map(one)));
    },
  },
  { files: (documents, layout) => new Map([[layout.contract, contractModule(documents)]]) },
  { files: (documents, layout) => clientFiles(layout, documents).files },
];

/** What is generated from the contract. */
export interface Generated {
  /** Texts by absolute path. */
  files: Map<string, string>;
  /** What a person has to change in hand-written code, which does not compile before. */
  manualSteps: readonly string[];
  /** Operations that the client has no method for yet: `POST /suno/v2/wav`. */
  unnamed: readonly string[];
}

/** Everything that is generated from the contract. Writes nothing. */
export async function generateAll(layout: Layout, documents: Documents): Promise<Generated> {
  const files = new Map<string, string>();
  for (const generator of GENERATORS) for (const [file, text] of await generator.files(documents, layout)) files.set(file, text);
  const { manualSteps, unnamed } = clientFiles(layout, documents);
  return { files, manualSteps, unnamed };
}

/** One line for each generated file that is not what its sources make of it, the assembled documents included. */
export async function staleFiles(layout: Layout): Promise<string[]> {
  const { documents } = assembleAll(layout);
  const { files } = await generateAll(layout, documents);
  return [...documentFiles(layout, documents), ...files]
    .filter(([file, text]) => readText(file) !== text)
    .map(([file]) => `${shownPath(layout, file)} is stale: npm run generate`);
}
