import { describe, expect, it } from 'vitest';
import { retryDelayMs, s3Client } from './s3-client.ts';
import { s3Location } from './s3-location.ts';

const clock = { now: () => Date.parse('2013-05-24T00:00:00Z'), monotonic: () => 0, sleep: () => Promise.resolve() };

it('signs the URL of the example in the S3 reference (Authenticating Requests: Using Query Parameters)', async () => {
  const credentials = () => ({
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  });
  const location = s3Location({ bucket: 'examplebucket', endpoint: 'https://s3.amazonaws.com', region: 'us-east-1' });
  const { url, expiresAt } = await s3Client(location, { bucket: '', credentials, clock }).presign('test.txt', 86_400_000);
  expect(url.origin + url.pathname).toBe('https://examplebucket.s3.amazonaws.com/test.txt');
  expect(url.searchParams.get('X-Amz-Signature')).toBe('aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404');
  expect(expiresAt - clock.now()).toBe(86_400_000);
});

it('asks for temporary keys again shortly before they end, and not before', async () => {
  let [now, asked] = [0, 0];
  const credentials = async () => ({
    accessKeyId: `key-${++asked}`,
    secretAccessKey: 's',
    sessionToken: 't',
    expiresAt: now + 3_600_000,
  });
  const client = s3Client(s3Location({ bucket: 'songs' }), { bucket: 'songs', credentials, clock: { ...clock, now: () => now } });
  const keyAt = async (ms: number): Promise<string | null> => {
    now = ms;
    return (await client.presign('a', 60_000)).url.searchParams.get('X-Amz-Credential');
  };
  expect(await keyAt(0)).toContain('key-1/');
  expect(await keyAt(3_400_000)).toContain('key-1/');
  expect(await keyAt(3_590_000)).toContain('key-2/');
});

it('asks again for keys that could not be obtained', async () => {
  let asked = 0;
  const credentials = async () => {
    if (++asked === 1) throw new Error('locked');
    return { accessKeyId: 'key', secretAccessKey: 's' };
  };
  const client = s3Client(s3Location({ bucket: 'songs' }), { bucket: 'songs', credentials, clock });
  await expect(client.presign('a', 60_000)).rejects.toMatchObject({ code: 'host_configuration', cause: new Error('locked') });
  await expect(client.presign('a', 60_000)).resolves.toHaveProperty('url');
});

describe('retryDelayMs', () => {
  it('doubles up to a cap, spread over its whole range', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map((attempt) => retryDelayMs(attempt, () => 1))).toEqual([
      500, 1000, 2000, 4000, 8000, 8000, 8000,
    ]);
    expect(retryDelayMs(3, () => 0.25)).toBe(500);
    expect(retryDelayMs(3, () => 0)).toBe(0);
  });

  it.each([
    ['2', 2000],
    ['3600', 20_000],
    ['0', 500],
    ['soon', 500],
    ['-5', 500],
  ])('takes Retry-After: %s as %i ms', (retryAfter, ms) => {
    expect(retryDelayMs(1, () => 1, retryAfter)).toBe(ms);
  });
});
