import { expect, it } from 'vitest';
import { s3Host } from './s3-host.ts';
import type { S3HostOptions } from './s3-options.ts';

const options: S3HostOptions = { bucket: 'songs', credentials: () => ({ accessKeyId: 'a', secretAccessKey: 's' }) };

it.each<Partial<S3HostOptions>>([
  { prefix: '../' },
  { prefix: 'a b/' },
  { urlLifetimeMs: 7 * 86_400_000 + 1 },
  { urlLifetimeMs: Number.NaN },
  { partSizeBytes: 1024 },
  { concurrency: 0 },
  { bucket: 'No' },
])('rejects %o', (more) => {
  expect(() => s3Host({ ...options, ...more })).toThrow(expect.objectContaining({ code: 'host_configuration' }));
});

it('describes itself', () => {
  expect(s3Host({ ...options, prefix: '', region: 'eu-west-1' }).describe()).toEqual({
    kind: 's3',
    place: 's3://songs/ at https://s3.eu-west-1.amazonaws.com',
    urlLifetimeMs: 12 * 3_600_000,
  });
});
