import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { refusal } from './refusal.ts';

const response = (status: number, text = '', headers = {}) => ({ status, text, headers });
const xml = (code: string, more = ''): string => `<?xml version="1.0"?><Error><Code>${code}</Code>${more}</Error>`;

describe('refusal', () => {
  it.each([
    [403, xml('SignatureDoesNotMatch'), 'host_refused'],
    [400, xml('ExpiredToken'), 'host_refused'],
    [401, '', 'host_refused'],
    [404, xml('NoSuchBucket'), 'host_not_found'],
    [400, xml('AuthorizationHeaderMalformed', '<Region>eu-west-1</Region>'), 'host_configuration'],
    [301, xml('PermanentRedirect'), 'host_configuration'],
    [400, xml('XAmzContentSHA256Mismatch'), 'checksum_mismatch'],
    [400, xml('RequestTimeout'), 'host_unavailable'],
    [200, xml('InternalError'), 'host_unavailable'],
    [503, '<html>', 'host_unavailable'],
    [429, '', 'host_unavailable'],
    [501, xml('NotImplemented'), 'host_rejected'],
    [400, xml('EntityTooLarge'), 'source_too_large'],
    [418, 'teapot', 'host_rejected'],
  ])('%i %s is %s', (status, text, code) => {
    expect(refusal('s3.putObject', response(status, text), 2)).toMatchObject({
      code,
      status,
      attempts: 2,
      operation: 's3.putObject',
    });
  });

  it('names the region that the bucket is in', () => {
    const inHeader = refusal('s3.putObject', response(301, '', { 'x-amz-bucket-region': 'eu-west-1' }), 1);
    expect(inHeader.message).toBe('The host answered s3.putObject with 301. The bucket is in region eu-west-1.');
  });

  it('says what to check', () => {
    expect(refusal('s3.putObject', response(404, xml('NoSuchBucket')), 1).message).toBe(
      'The host answered s3.putObject with NoSuchBucket (404). Check the name of the bucket, and the endpoint.',
    );
  });

  it('repeats nothing else of what the host says, not even in place of a code', () => {
    const text =
      '<Error><Code>\u001b[31mMARKED</Code><Message>AKIA SECRET</Message><StringToSign>SECRET</StringToSign><RequestId>a b</RequestId></Error>';
    const error = refusal('s3.putObject', response(403, text, { 'x-amz-request-id': '\u001bSECRET' }), 1);
    expect(inspect(error) + JSON.stringify(error)).not.toMatch(/SECRET|MARKED|u001b/);
    expect(refusal('s3.putObject', response(403, '', { 'x-amz-request-id': 'ABC123=' }), 1).requestId).toBe('ABC123=');
  });
});
