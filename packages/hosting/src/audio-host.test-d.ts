import { expectTypeOf, it } from 'vitest';
import type { AudioHost, HostedAudio, HostRef, PutOptions } from './audio-host.ts';
import type { AudioSource } from './audio-source.ts';
import type { HostingError, HostingErrorCode, isHostingError } from './hosting-error.ts';
import type { S3Ref } from './s3/s3-ref.ts';

it('keeps refs plain', () => {
  expectTypeOf<S3Ref>().toExtend<HostRef>();
  expectTypeOf<HostRef[string]>().toEqualTypeOf<string>();
});

it('takes sources and gives URLs', () => {
  expectTypeOf<AudioHost['put']>().parameters.toEqualTypeOf<[source: AudioSource, options?: PutOptions]>();
  expectTypeOf<AudioHost['put']>().returns.resolves.toEqualTypeOf<HostedAudio>();
  expectTypeOf<ReadableStream<Uint8Array>>().toExtend<ReturnType<AudioSource['open']>>();
});

it('narrows errors to their codes', () => {
  expectTypeOf<typeof isHostingError>().guards.toEqualTypeOf<HostingError>();
  expectTypeOf<HostingError['code']>().toEqualTypeOf<HostingErrorCode>();
});
