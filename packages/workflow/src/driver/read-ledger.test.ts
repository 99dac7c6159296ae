import type { MountseaClient, PointsItem, PointsSearchRequest } from '@mountsea-suno/client';
import { expect, test } from 'vitest';
import { readLedger } from './read-ledger.ts';

const now = Date.UTC(2027, 0, 1);
const create: PointsItem = {
  id: '1',
  apiPath: '/suno/v2/customModel/create',
  finalAmount: 100,
  createdAt: new Date(now).toISOString(),
};

async function count(
  items: Partial<PointsItem>[],
  since = now - 60_000,
  meta: object | undefined = { totalPages: items.length },
): Promise<{ charges: number | undefined; query: PointsSearchRequest | undefined }> {
  let query: PointsSearchRequest | undefined;
  const searchPoints = (asked: PointsSearchRequest) => ({
    async *pages() {
      query = asked;
      for (const item of items) yield { items: [{ ...create, ...item }], meta };
    },
  });
  const client = { usage: { searchPoints } } as unknown as MountseaClient;
  return { charges: await readLedger(client, since, now, new AbortController().signal), query };
}

test.each<[string, Partial<PointsItem>, number]>([
  ['a create', {}, 1],
  ['a create behind a gateway’s prefix', { apiPath: '/api/suno/v2/customModel/create' }, 1],
  ['an upload', { apiPath: '/suno/v2/customModel/upload' }, 0],
  ['a song', { apiPath: '/suno/v2/generate', finalAmount: 100 }, 0],
  ['the price of a create under a name that says nothing', { apiPath: 'suno-train' }, 1],
  ['another price under such a name', { apiPath: 'suno-train', finalAmount: 40 }, 0],
  ['a refund', { finalAmount: -100, beforeCredits: 800, afterCredits: 900 }, 0],
  ['a negative amount that no balance explains', { finalAmount: -100 }, 1],
  ['a refund given as a positive amount', { finalAmount: 100, beforeCredits: 800, afterCredits: 900 }, 0],
  ['a charge given as a negative amount', { finalAmount: -100, beforeCredits: 900, afterCredits: 800 }, 1],
  ['a create for nothing', { finalAmount: 0 }, 0],
  ['a create before that time, though the search gave it', { createdAt: new Date(now - 60_001).toISOString() }, 0],
  ['a create at no readable time', { createdAt: 'yesterday' }, 1],
  ['a create at a time without a zone, which may be hours off', { createdAt: '2026-12-31T20:00:00' }, 1],
  ['a create without an amount', { finalAmount: null } as object, 1],
  ['a create without balances', { beforeCredits: null, afterCredits: null } as object, 1],
  ['a create whose balance is updated late', { beforeCredits: 800, afterCredits: 800 }, 1],
])('%s counts as %j → %i', async (_, item, charges) => expect((await count([item])).charges).toBe(charges));

test('all pages count, and the search reaches beyond the present', async () => {
  const { charges, query } = await count([{}, {}, { apiPath: '/other', finalAmount: 40 }]);
  expect(charges).toBe(2);
  expect(query?.dateRange.start).toBe(now - 60_000);
  expect(query?.dateRange.end).toBeGreaterThan(now);
});

test('nothing is said about a time that the ledger cannot be searched for', async () => {
  const { charges, query } = await count([], now - 100 * 86_400_000);
  expect(charges).toBeUndefined();
  expect(query).toBeUndefined();
});

test('a ledger that does not say how many pages it has proves only what it shows', async () => {
  const other = { apiPath: '/other', finalAmount: 40 };
  expect((await count([other], undefined, {})).charges).toBeUndefined();
  expect((await count([{}], undefined, {})).charges).toBe(1);
  expect((await count([], undefined, {})).charges).toBe(0);
});
