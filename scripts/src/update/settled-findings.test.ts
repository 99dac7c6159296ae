import { expect, it } from 'vitest';
import { readDocuments } from '../assemble/assemble-all.ts';
import { writeText } from '../document/text.ts';
import { contractModule } from '../generate/contract-module.ts';
import { aCheckout } from '../testing/a-checkout.ts';
import { settledFindings } from './settled-findings.ts';

it('takes a difference that no caller can tell for settled, once it is generated', () => {
  const layout = aCheckout();
  const documents = readDocuments(layout);
  Object.assign(documents.suno, { 'x-note': 'nothing reads this' });
  expect(settledFindings(layout, documents)).toBeUndefined();
  writeText(layout.contract, contractModule(documents));
  expect(settledFindings(layout, documents)).toMatchObject({ bump: 'none', changes: [] });
});
