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
  expect(() => refuseDisagreement([], { level: 'minor', findings: ['operations.a is new or different'] })).toThrow(
    /types: operations\.a is new/,
  );
});

it('accepts one step of difference, and what types cannot show', () => {
  refuseDisagreement(removedField(), { level: 'minor', findings: [] });
  const secured = anApi();
  Object.assign(secured.paths['/things'].post, { security: [] });
  refuseDisagreement(diffDocuments(anApi(), secured), { level: 'none', findings: [] });
});

it('accepts whatever the types show of a change that no rule covers', () => {
  const limited = anApi();
  Object.assign(limited.components.schemas.Thing, { not: { type: 'array' } });
  for (const level of ['none', 'minor', 'major'] as const)
    refuseDisagreement(diffDocuments(anApi(), limited), { level, findings: [] });
});
