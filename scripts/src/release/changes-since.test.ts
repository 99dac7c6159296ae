import { expect, it } from 'vitest';
import type { Documents } from '../contract/documents.ts';
import { stampOf } from './changeset-text.ts';
import { anApi } from '../../test/support/an-api.ts';
import { changesSince } from './changeset-text.ts';

const released: Documents = { suno: anApi(), usage: anApi() };
const { '/things': item } = anApi().paths;
const documents: Documents = { suno: { ...anApi(), paths: { '/things': item, '/more': item } }, usage: anApi() };

it('tells of a new operation that the client has no method for, and only then', () => {
  const message = (unnamed: string[]) => changesSince(released, documents, unnamed).map((change) => change.message);
  expect(message(['POST /more'])).toEqual([
    '`POST /more` is new; in the client by `client.raw`, without a method of its own yet',
  ]);
  expect(message(['POST /things'])).toEqual(['`POST /more` is new']);
});

it('is asked again once there is a method', () => {
  expect(stampOf(released, documents, [])).not.toBe(stampOf(released, documents, ['POST /more']));
});
