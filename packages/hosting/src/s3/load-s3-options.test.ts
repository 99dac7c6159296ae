import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoadS3Options, loadS3Options } from './load-s3-options.ts';

const config = `
# of the AWS command line
[default]
region = eu-central-1
[profile work]
region=eu-west-1
endpoint_url = https://work.example
s3 =
    addressing_style = path
    max_concurrent_requests = 20
output = json
[profile minio]
services = local
aws_access_key_id = CONFIGKEY
aws_secret_access_key = config=secret/+==
[services local]
dynamodb =
  endpoint_url = http://127.0.0.1:8000
s3 =
  endpoint_url = http://127.0.0.1:9000
[profile command]
credential_process = node "COMMAND"
[profile broken]
credential_process = node -e "console.log('SECRET')"
[profile empty]
`;
const credentials = `[default]
aws_access_key_id = FILEKEY
aws_secret_access_key = file-secret
[work]
aws_access_key_id=WORKKEY
aws_secret_access_key=work-secret
aws_session_token=work-token
`;

let directory: string;
let files: NodeJS.ProcessEnv;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'aws-'));
  const command = join(directory, 'keys.mjs');
  await writeFile(
    command,
    `console.log(JSON.stringify({ Version: 1, AccessKeyId: 'PROC', SecretAccessKey: 's', SessionToken: 't', Expiration: '2030-01-01T00:00:00Z' }))`,
  );
  await writeFile(join(directory, 'config'), config.replace('COMMAND', command));
  await writeFile(join(directory, 'credentials'), credentials);
  files = {
    PATH: process.env.PATH,
    AWS_CONFIG_FILE: join(directory, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(directory, 'credentials'),
  };
});
afterAll(() => rm(directory, { recursive: true }));

const load = async (given: Partial<LoadS3Options>, env: NodeJS.ProcessEnv = {}) => {
  const { credentials: ask, ...options } = await loadS3Options({ bucket: 'songs', ...given, env: { ...files, ...env } });
  return { ...options, keys: await ask() };
};
const keysInEnv = { AWS_ACCESS_KEY_ID: 'ENVKEY', AWS_SECRET_ACCESS_KEY: 'env-secret' };

describe('loadS3Options', () => {
  it('takes keys from the environment, then from the profile', async () => {
    const env = { ...keysInEnv, AWS_SESSION_TOKEN: 'tok', AWS_CREDENTIAL_EXPIRATION: '2030-01-01T00:00:00Z' };
    const keys = {
      accessKeyId: 'ENVKEY',
      secretAccessKey: 'env-secret',
      sessionToken: 'tok',
      expiresAt: Date.parse('2030-01-01T00:00:00Z'),
    };
    expect(await load({}, env)).toEqual({ bucket: 'songs', region: 'eu-central-1', keys });
    expect((await load({})).keys).toEqual({ accessKeyId: 'FILEKEY', secretAccessKey: 'file-secret' });
    expect((await load({}, { AWS_PROFILE: 'work' })).keys).toMatchObject({ accessKeyId: 'WORKKEY', sessionToken: 'work-token' });
    expect((await load({}, { ...keysInEnv, AWS_PROFILE: 'work' })).keys.accessKeyId).toBe('ENVKEY');
    expect((await load({ profile: 'work' }, keysInEnv)).keys.accessKeyId).toBe('WORKKEY');
    expect((await load({ profile: 'minio' })).keys).toEqual({ accessKeyId: 'CONFIGKEY', secretAccessKey: 'config=secret/+==' });
    expect((await load({ profile: 'command' })).keys).toEqual({
      accessKeyId: 'PROC',
      secretAccessKey: 's',
      sessionToken: 't',
      expiresAt: Date.parse('2030-01-01'),
    });
  });

  it('finds region, endpoint and addressing in their order', async () => {
    expect(await load({ profile: 'work' })).toMatchObject({
      region: 'eu-west-1',
      endpoint: 'https://work.example',
      addressing: 'path',
    });
    expect(await load({ profile: 'minio' })).toMatchObject({ endpoint: 'http://127.0.0.1:9000' });
    const env = {
      AWS_REGION: 'us-west-2',
      AWS_DEFAULT_REGION: 'x',
      AWS_ENDPOINT_URL: 'https://all.example',
      AWS_ENDPOINT_URL_S3: 'https://s3.example',
    };
    expect(await load({ profile: 'work' }, env)).toMatchObject({ region: 'us-west-2', endpoint: 'https://s3.example' });
    const given = { profile: 'work', region: 'eu-north-1', endpoint: 'https://given.example', addressing: 'virtual' } as const;
    expect(await load(given, env)).toMatchObject({
      region: 'eu-north-1',
      endpoint: 'https://given.example',
      addressing: 'virtual',
    });
    const ignoring = { ...env, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' };
    expect((await load({ profile: 'work' }, ignoring)).endpoint).toBeUndefined();
    // What is given as undefined is looked up.
    expect(await load({ bucket: 'songs/a', prefix: undefined, region: undefined, endpoint: undefined }, env)).toMatchObject({
      prefix: 'a/',
      region: 'us-west-2',
      endpoint: 'https://s3.example',
    });
  });

  it.each([
    ['songs', 'songs', undefined],
    ['songs/', 'songs', undefined],
    ['songs/a/b', 'songs', 'a/b/'],
    ['s3://songs/a/', 'songs', 'a/'],
  ])('reads bucket %s', async (given, bucket, prefix) => {
    const options = await load({ bucket: given });
    expect([options.bucket, options.prefix]).toEqual([bucket, prefix]);
  });

  it.each([
    [{ profile: 'nobody' }, 'no AWS profile "nobody"'],
    [{ profile: 'empty' }, 'There are no keys'],
  ])('says what is missing for %o', async (given, message) => {
    await expect(load(given, keysInEnv)).rejects.toMatchObject({
      code: 'host_configuration',
      message: expect.stringContaining(message),
    });
  });

  it('shows no keys when it is printed or when the command fails', async () => {
    const options = await loadS3Options({ bucket: 'songs', env: { ...files, ...keysInEnv } });
    expect(inspect(options, { depth: 9 }) + JSON.stringify(options)).not.toMatch(/ENVKEY|env-secret/);
    const error = await load({ profile: 'broken' }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'host_configuration' });
    expect(inspect(error, { depth: 9 })).not.toContain('SECRET');
  });

  it('does without files', async () => {
    const env = { ...keysInEnv, AWS_CONFIG_FILE: join(directory, 'none'), AWS_SHARED_CREDENTIALS_FILE: join(directory, 'none') };
    expect(await load({}, env)).toMatchObject({ bucket: 'songs', keys: { accessKeyId: 'ENVKEY' } });
    await expect(load({}, { ...env, AWS_ACCESS_KEY_ID: '' })).rejects.toMatchObject({ code: 'host_configuration' });
  });
});
