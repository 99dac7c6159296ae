import type { Documents } from '../assemble/assemble-all.ts';
import { printable } from '../document/printable.ts';
import { APIS } from '../layout.ts';
import { SpecError } from '../spec-error.ts';
import { lintDocument } from './lint-document.ts';

/** Throws what the lint finds in the assembled documents. */
export async function refuseUnsound(documents: Documents): Promise<void> {
  const found = await Promise.all(
    APIS.map(async (api) =>
      (await lintDocument(documents[api])).map(({ pointer, message, rule }) =>
        printable(`${api} ${pointer}: ${message} (${rule})`),
      ),
    ),
  );
  if (found.flat().length > 0) throw new SpecError('the assembled contract is not sound', found.flat());
}
