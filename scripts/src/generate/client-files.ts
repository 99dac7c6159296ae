import { join } from 'node:path';
import { answersModule, type Contract, listAnswers } from '../../../packages/client/scripts/answers-module.ts';
import { apiPage, unnamedOperations } from '../../../packages/client/scripts/api-page.ts';
import { operations } from '../../../packages/client/src/operations.ts';
import type { Documents } from '../contract/documents.ts';
import type { Layout } from '../layout.ts';

/** What the client package makes of the contract. */
interface ClientFiles {
  /** Text by path. */
  files: Map<string, string>;
  /** What it cannot make before a person has changed the client. */
  needsHand: string[];
  /** Operations that the client reaches through `client.raw` only: `POST /suno/v2/wav`. */
  unnamed: string[];
}

/** Generates the files of the client package. Writes nothing. */
export function clientFiles(layout: Layout, documents: Documents): ClientFiles {
  const contract = documents as unknown as Contract;
  const answers = listAnswers(contract);
  const unnamed = unnamedOperations(operations, answers).map(({ method, path }) => `${method} ${path}`);
  const files = new Map([[join(layout.root, 'packages/client/src/generated/answers.gen.ts'), answersModule(contract)]]);
  try {
    files.set(join(layout.root, 'packages/client/api.md'), apiPage(operations, answers));
    return { files, needsHand: [], unnamed };
  } catch (cause) {
    const needsHand = [`packages/client/src/operations.ts: ${cause instanceof Error ? cause.message : cause}`];
    return { files, needsHand, unnamed };
  }
}
