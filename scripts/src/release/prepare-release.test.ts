import { expect, it } from 'vitest';
import { anApi } from '../../test/support/an-api.ts';
import { diffDocuments } from '../diff/diff-documents.ts';
import { refuseDisagreement } from './prepare-release.ts';

const removedField = () => {
  const api = anApi();
  Reflect.deleteProperty(api.components.schemas.Thing.properties, 'labels');
  return diffDocuments(anApi(), api);
};

it('stops and shows both signals when they are more than a step apart', () => {
  expect(() => refuseDisagreement(removedField(), { level: 'patch', findings: [] })).toThrow(
    /rules say major.*types say patch.*rule response-property-removed: `Thing.labels` is gone/s,
  );
  expect(() => refuseDisagreement([], { level: 'minor', findings: ['operations.a is new or other'] })).toThrow(
    /types: operations\.a is new/,
  );
});

it('lets a step pass, and what types cannot show', () => {
  refuseDisagreement(removedField(), { level: 'minor', findings: [] });
  const secured = anApi();
  Object.assign(secured.paths['/things'].post, { security: [] });
  refuseDisagreement(diffDocuments(anApi(), secured), { level: 'none', findings: [] });
});

it('lets the types show a change that no rule knows, as far as they can', () => {
  const limited = anApi();
  Object.assign(limited.components.schemas.Thing, { not: { type: 'array' } });
  for (const level of ['none', 'minor', 'major'] as const)
    refuseDisagreement(diffDocuments(anApi(), limited), { level, findings: [] });
});
