import { expect, test } from 'vitest';
import { body, type CreateSubject } from '../subject.ts';
import { ours } from '../subjects/ours.ts';
import { measureCharges } from './charges.ts';
import { measureSurvival } from './survival.ts';

/** Wrong on purpose: sends a create again after any failure, and gives up waiting at the first one. */
const careless: CreateSubject = ({ baseUrl }) => {
  const send = async (method: 'GET' | 'POST'): Promise<unknown> => {
    const init = method === 'POST' ? { method, body: JSON.stringify(body) } : { method };
    const response = await fetch(`${baseUrl}/suno/v2/status?taskId=t`, init);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return response.json();
  };
  return { get: () => send('GET'), post: () => send('POST').catch(() => send('POST')) };
};

test('ours makes one charge in every scenario and says that it is unknown', { timeout: 60_000 }, async () => {
  for (const { accepted, reported } of await measureCharges(ours)) expect([accepted, reported]).toEqual([1, 'unknown']);
});

test('the measurements catch a careless client (negative control)', { timeout: 60_000 }, async () => {
  const charges = await measureCharges(careless);
  expect(charges.filter(({ accepted }) => accepted > 1).map(({ scenario }) => scenario)).toContain('502 with HTML');
  const survival = await measureSurvival(careless);
  expect(survival.map(({ survived }) => survived)).not.toContain(true);
});
