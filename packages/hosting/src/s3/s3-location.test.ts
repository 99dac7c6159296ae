import { describe, expect, it } from 'vitest';
import { objectUrl, s3Location } from './s3-location.ts';

describe('s3Location', () => {
  it.each([
    [{ bucket: 'songs' }, 'https://songs.s3.us-east-1.amazonaws.com/a%20b/c.mp3', 'us-east-1'],
    [{ bucket: 'songs', region: 'eu-west-1' }, 'https://songs.s3.eu-west-1.amazonaws.com/a%20b/c.mp3', 'eu-west-1'],
    [{ bucket: 'my.songs', region: 'cn-north-1' }, 'https://s3.cn-north-1.amazonaws.com.cn/my.songs/a%20b/c.mp3', 'cn-north-1'],
    [
      { bucket: 'songs', endpoint: 'https://0a1b.r2.cloudflarestorage.com' },
      'https://0a1b.r2.cloudflarestorage.com/songs/a%20b/c.mp3',
      'auto',
    ],
    [
      { bucket: 'songs', endpoint: 'https://s3.us-west-004.backblazeb2.com' },
      'https://s3.us-west-004.backblazeb2.com/songs/a%20b/c.mp3',
      'us-west-004',
    ],
    [{ bucket: 'songs', endpoint: 'http://127.0.0.1:9000/' }, 'http://127.0.0.1:9000/songs/a%20b/c.mp3', 'us-east-1'],
    [
      { bucket: 'songs', endpoint: 'https://minio.example:9000', addressing: 'virtual' as const, region: 'home' },
      'https://songs.minio.example:9000/a%20b/c.mp3',
      'home',
    ],
  ])('%o is at %s in region %s', (options, url, region) => {
    const location = s3Location(options);
    expect(objectUrl(location, 'a b/c.mp3').href).toBe(url);
    expect(location.region).toBe(region);
  });

  it.each([
    { bucket: '' },
    { bucket: 'Songs' },
    { bucket: 'a/../b' },
    { bucket: 'songs@evil.example' },
    { bucket: 'songs', region: 'evil.example/' },
    { bucket: 'songs', endpoint: 'minio:9000' },
    { bucket: 'songs', endpoint: 'ftp://minio' },
    { bucket: 'songs', endpoint: 'https://user:secret@minio' },
    { bucket: 'songs', endpoint: 'https://minio/path' },
  ])('rejects %o', (options) => {
    expect(() => s3Location(options)).toThrow(
      expect.objectContaining({ code: 'host_configuration', message: expect.not.stringContaining('secret') }),
    );
  });
});
