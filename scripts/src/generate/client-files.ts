import { join } from 'node:path';
import type { Documents } from '../contract/documents.ts';
import { type Layout, shownPath } from '../layout.ts';
import { apiPage, type ContractOperation } from './api-page.ts';
import { clientCalls } from './client-calls.ts';
import { retryPolicies } from './client-inside.ts';

/** What the client package makes of the contract. */
interface ClientFiles {
  /** Text by path. */
  files: Map<string, string>;
  /** What a person has to change in the client: it does not compile before. */
  manualSteps: string[];
  /** Operations that the client reaches through `client.raw` only: `POST /suno/v2/wav`. */
  unnamed: string[];
}

/** Generates the files of the client package, and says where its sources do not fit the contract. Writes nothing. */
export function clientFiles(layout: Layout, documents: Documents): ClientFiles {
  const source = join(layout.root, 'packages/client/src');
  const shown = (file: string): string => shownPath(layout, join(source, file));
  const calls = clientCalls(source);
  const contract = operationsOf(documents);
  const operations = contract.map(({ operation }) => operation);
  const known = Object.keys(retryPolicies);
  const manualSteps = [
    ...calls
      .filter(({ operation }) => !operations.includes(operation))
      .map(
        ({ call, operation, file, line }) =>
          `${shown(file)}:${line}: ${call} calls ${operation}, which the contract does not have`,
      ),
    ...operations
      .filter((operation) => !known.includes(operation))
      .map((operation) => `${shown('retry-policies.ts')}: ${operation} needs a retry policy`),
    ...known
      .filter((operation) => !operations.includes(operation))
      .map((operation) => `${shown('retry-policies.ts')}: ${operation} is not in the contract any more`),
  ];
  const unnamed = operations.filter((operation) => !calls.some((call) => call.operation === operation));
  return { files: new Map([[join(layout.root, 'packages/client/api.md'), apiPage(calls, contract)]]), manualSteps, unnamed };
}

function operationsOf(documents: Documents): ContractOperation[] {
  return Object.entries(documents).flatMap(([host, document]) => {
    const { paths = {} } = document as { paths?: Record<string, Record<string, { summary?: string }>> };
    return Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, { summary = '' }]) => ({ host, operation: `${method.toUpperCase()} ${path}`, summary })),
    );
  });
}
