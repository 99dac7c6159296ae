import { HostingError, type HostingErrorCode } from '../hosting-error.ts';
import { xmlText } from './s3-xml.ts';
import type { HttpResponse } from './send-request.ts';

const codes: Readonly<Record<string, HostingErrorCode>> = {
  NoSuchBucket: 'host_not_found',
  PermanentRedirect: 'host_configuration',
  AuthorizationHeaderMalformed: 'host_configuration',
  IllegalLocationConstraintException: 'host_configuration',
  ExpiredToken: 'host_refused',
  InvalidToken: 'host_refused',
  TokenRefreshRequired: 'host_refused',
  EntityTooLarge: 'source_too_large',
  BadDigest: 'checksum_mismatch',
  InvalidDigest: 'checksum_mismatch',
  IncompleteBody: 'checksum_mismatch',
  XAmzContentSHA256Mismatch: 'checksum_mismatch',
  RequestTimeout: 'host_unavailable',
  InternalError: 'host_unavailable',
  SlowDown: 'host_unavailable',
};

const hints: Partial<Record<HostingErrorCode, string>> = {
  host_refused: ' Check the keys, and what they may do in this bucket.',
  host_not_found: ' Check the name of the bucket, and the endpoint.',
};

/** The typed error for a refused request. The response is untrusted and may repeat what was sent, so the error takes little from it. */
export function refusal(operation: string, response: HttpResponse, attempts: number): HostingError {
  const { status, headers, text } = response;
  const hostCode = /^\w{1,64}$/.exec(xmlText(text, 'Code') ?? '')?.[0];
  const code = (hostCode && codes[hostCode]) || codeOf(status);
  const region = /^[a-z0-9-]{1,64}$/.exec(xmlText(text, 'Region') ?? String(headers['x-amz-bucket-region'] ?? ''))?.[0];
  const hint = code === 'host_configuration' && region ? ` The bucket is in region ${region}.` : (hints[code] ?? '');
  const requestId = /^[\w+/=-]{1,128}$/.exec(String(headers['x-amz-request-id'] ?? xmlText(text, 'RequestId') ?? ''))?.[0];
  return new HostingError(code, `The host answered ${operation} with ${hostCode ? `${hostCode} (${status})` : status}.${hint}`, {
    operation,
    status,
    attempts,
    ...(hostCode && { hostCode }),
    ...(requestId && { requestId }),
  });
}

function codeOf(status: number): HostingErrorCode {
  if (status === 401 || status === 403) return 'host_refused';
  if (status === 301 || status === 307) return 'host_configuration';
  if (status === 404) return 'host_not_found';
  if (status === 408 || status === 429 || (status >= 500 && status !== 501)) return 'host_unavailable';
  return 'host_rejected';
}
