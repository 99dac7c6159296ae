import type { Documents } from '../assemble/assemble-all.ts';
import type { Change } from '../diff/change.ts';
import { diffDocuments } from '../diff/diff-documents.ts';
import { APIS } from '../layout.ts';

/** What has changed since the release. A new operation says so while the client has no method for it. */
export function changesSince(released: Documents, documents: Documents, unnamed: readonly string[]): Change[] {
  return APIS.flatMap((api) => diffDocuments(released[api], documents[api])).map((change) =>
    change.rule === 'operation-added' && change.operations.some((operation) => unnamed.includes(operation))
      ? { ...change, message: `${change.message}; in the client by \`client.raw\`, without a method of its own yet` }
      : change,
  );
}
