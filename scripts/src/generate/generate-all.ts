import type { Documents } from '../assemble/assemble-all.ts';
import { APIS, type Layout } from '../layout.ts';
import { contractModule } from './contract-module.ts';
import { typesModule } from './types-module.ts';

/** The generated source files, as text by path. */
export async function generatedFiles(layout: Layout, documents: Documents): Promise<Map<string, string>> {
  const types = await Promise.all(
    APIS.map(
      async (api): Promise<[string, string]> => [layout.types(api), await typesModule(documents[api], `openapi/${api}.yaml`)],
    ),
  );
  return new Map([...types, [layout.contract, contractModule(documents)]]);
}
