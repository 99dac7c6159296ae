import { HostingError } from '../hosting-error.ts';
import type { S3HostOptions } from './s3-options.ts';

/** Where a bucket is, checked and complete. */
export interface S3Location {
  /** The origin of the service, without the bucket. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly addressing: 'path' | 'virtual';
}

/** Completes and checks the location that the options give; throws for anything that could send a request elsewhere. */
export function s3Location(options: Pick<S3HostOptions, 'bucket' | 'region' | 'endpoint' | 'addressing'>): S3Location {
  const { bucket } = options;
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) || bucket.includes('..')) {
    throw wrong(`${JSON.stringify(bucket)} is not a bucket name: it has 3 to 63 characters of a-z, 0-9, dot and hyphen`);
  }
  const { region = regionOf(options.endpoint) } = options;
  if (!/^[a-z0-9-]{1,64}$/.test(region)) throw wrong(`${JSON.stringify(region)} is not a region name, such as eu-west-1`);
  const url = parseUrl(options.endpoint ?? `https://s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`);
  const isAws = /\.amazonaws\.com(\.cn)?$/.test(url.hostname);
  const addressing = options.addressing ?? (isAws && !bucket.includes('.') ? 'virtual' : 'path');
  return { endpoint: url.origin, region, bucket, addressing };
}

/** The URL of a key, or of the bucket itself. */
export function objectUrl({ endpoint, bucket, addressing }: S3Location, key = ''): URL {
  const url = new URL(endpoint);
  if (addressing === 'virtual') url.host = `${bucket}.${url.host}`;
  const names = [...(addressing === 'path' ? [bucket] : []), ...(key === '' ? [] : key.split('/'))];
  url.pathname = `/${names.map(encodeURIComponent).join('/')}`;
  return url;
}

function parseUrl(endpoint: string): URL {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw wrong('The endpoint is not an http or https URL');
  if (url.username || url.password) throw wrong('The endpoint must not hold a user or a password');
  if (url.pathname !== '/' || url.search || url.hash)
    throw wrong(`The endpoint must be an origin such as ${url.origin}, without a path`);
  return url;
}

/** R2 has one region, and the host name of B2 holds it; other services usually accept AWS's first region. */
function regionOf(endpoint = ''): string {
  if (/\.r2\.cloudflarestorage\.com\/?$/.test(endpoint)) return 'auto';
  return /(?:^|[./])s3\.([a-z0-9-]+)\.(?:backblazeb2|amazonaws)\.com/.exec(endpoint)?.[1] ?? 'us-east-1';
}

function wrong(message: string): HostingError {
  return new HostingError('host_configuration', `${message}.`);
}
