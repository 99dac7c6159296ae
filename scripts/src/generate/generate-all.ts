import type { Documents } from '../assemble/assemble-all.ts';
import { APIS, type Layout } from '../layout.ts';
import { clientFiles } from './client-files.ts';
import { contractModule } from './contract-module.ts';
import { typesModule } from './types-module.ts';

/** What is generated from the contract: text by path, and what a person has to do first for the rest. */
export interface Generated {
  files: Map<string, string>;
  needsHand: readonly string[];
  /** Operations that the client has no method for yet. */
  unnamed: readonly string[];
}

/** Everything that is generated from the contract. Writes nothing. */
export async function generateAll(layout: Layout, documents: Documents): Promise<Generated> {
  const types = await Promise.all(
    APIS.map(
      async (api): Promise<[string, string]> => [layout.types(api), await typesModule(documents[api], `openapi/${api}.yaml`)],
    ),
  );
  const { files, ...client } = clientFiles(layout, documents);
  return {
    files: new Map([...types, [layout.contract, contractModule(documents)], ...files]),
    ...client,
  };
}
