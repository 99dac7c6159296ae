import { expect, it } from 'vitest';
import { aCheckout } from '../test/support/a-checkout.ts';
import { readDocuments } from './contract/documents.ts';
import { writeText } from './files.ts';
import { contractModule } from './generate/contract-module.ts';
import { rememberRelease } from './release/changelog.ts';
import { earlierFindings } from './update.ts';

it('finds nothing to do about a difference that no caller can tell, once it is generated', () => {
  const layout = aCheckout();
  rememberRelease(layout);
  const documents = readDocuments(layout);
  Object.assign(documents.suno, { 'x-note': 'nothing reads this' });
  expect(earlierFindings(layout, documents)).toBeUndefined();
  writeText(layout.contract, contractModule(documents));
  expect(earlierFindings(layout, documents)).toMatchObject({ bump: 'none', changes: [] });
});
