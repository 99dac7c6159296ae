import { expect, test } from 'vitest';
import { drive } from '../../test/support/drive.ts';

test('points come in pages, and only those of the range', async () => {
  const { send, clock } = drive();
  const times: number[] = [];
  for (let n = 0; n < 25; n++) {
    times.push(clock.now());
    await send('POST', '/suno/v2/generate', { task: 'create', model: 'chirp-v50' });
    await clock.advance(1_000);
  }
  const search = async (body: object): Promise<{ items: { beforeCredits: number; afterCredits: number }[]; meta: object }> =>
    (await send('POST', '/api-user/points/search', body)).body;
  const dateRange = { start: times[0], end: clock.now() };
  const first = await search({ dateRange });
  expect(first.meta).toEqual({ totalItems: 25, itemCount: 10, itemsPerPage: 10, totalPages: 3, currentPage: 1 });
  expect(first.items[0]).toMatchObject({ apiPath: '/suno/v2/generate', apiMethod: 'POST', finalAmount: 40, afterCredits: 9_000 });
  expect((await search({ dateRange, page: 3 })).items.at(-1)).toMatchObject({ beforeCredits: 10_000, afterCredits: 9_960 });
  expect((await search({ dateRange, page: 4 })).items).toEqual([]);
  expect((await search({ dateRange, limit: 25 })).items).toHaveLength(25);
  expect((await search({ dateRange: { start: times[3], end: times[5] } })).items).toHaveLength(3); // both ends count
  const [suno, chat] = (await send('GET', '/api-user/services')).body;
  expect((await search({ dateRange, serviceId: suno.id })).items).toHaveLength(10);
  expect((await search({ dateRange, serviceId: chat.id })).items).toEqual([]);
});

test('a range of more than 90 days, or one that runs backwards, is refused', async () => {
  const { send } = drive();
  const day = 86_400_000;
  const status = async (start: number, end: number): Promise<number> =>
    (await send('POST', '/api-user/points/search', { dateRange: { start, end } })).status;
  expect([await status(0, 90 * day), await status(0, 90 * day + 1), await status(2, 1)]).toEqual([200, 400, 400]);
});
