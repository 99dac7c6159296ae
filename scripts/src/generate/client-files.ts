import { join } from 'node:path';
import { answersModule, type Document, listAnswers } from '../../../packages/client/scripts/answers-module.ts';
import { apiPage } from '../../../packages/client/scripts/api-page.ts';
import { operations } from '../../../packages/client/src/operations.ts';
import type { Documents } from '../assemble/assemble-all.ts';
import { APIS, type Layout } from '../layout.ts';

/** What the client package makes of the contract: text by path, and what it cannot make before a person has named a method. */
export function clientFiles(layout: Layout, documents: Documents): { files: Map<string, string>; needsHand: string[] } {
  const contract = APIS.map((api) => documents[api] as unknown as Document);
  const files = new Map([[join(layout.root, 'packages/client/src/generated/answers.gen.ts'), answersModule(contract)]]);
  try {
    files.set(join(layout.root, 'packages/client/api.md'), apiPage(operations, contract.flatMap(listAnswers)));
    return { files, needsHand: [] };
  } catch (cause) {
    return { files, needsHand: [`packages/client/src/operations.ts: ${cause instanceof Error ? cause.message : cause}`] };
  }
}
