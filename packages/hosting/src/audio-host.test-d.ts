import { expectTypeOf, it } from 'vitest';
import type { AudioHost, HostedAudio, HostRef, PutOptions, RemoveOptions } from './audio-host.ts';
import type { AudioSource } from './audio-source.ts';
import type { HostAllOptions } from './host-all.ts';
import type { HostingError, HostingErrorCode, HostingErrorDetails, isHostingError } from './hosting-error.ts';
import type { CleanUpOptions } from './journal/clean-up-hosted.ts';
import type { JournaledHostOptions } from './journal/journaled-host.ts';
import type { expandInputs } from './node/expand-inputs.ts';
import type { FileSourceOptions } from './node/file-source.ts';
import type { PreflightOptions } from './node/preflight.ts';
import type { LoadS3Options } from './s3/load-s3-options.ts';
import type { S3Credentials, S3HostOptions } from './s3/s3-options.ts';
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

/** Every optional field of `T`, given as undefined. */
type AllUndefined<T> = { [Key in keyof T as object extends Pick<T, Key> ? Key : never]-?: undefined };

it('accepts undefined for every option', () => {
  expectTypeOf<AllUndefined<PutOptions>>().toExtend<PutOptions>();
  expectTypeOf<AllUndefined<RemoveOptions>>().toExtend<RemoveOptions>();
  expectTypeOf<AllUndefined<AudioSource>>().toExtend<Partial<AudioSource>>();
  expectTypeOf<AllUndefined<HostAllOptions>>().toExtend<Partial<HostAllOptions>>();
  expectTypeOf<AllUndefined<JournaledHostOptions>>().toExtend<Partial<JournaledHostOptions>>();
  expectTypeOf<AllUndefined<CleanUpOptions>>().toExtend<Partial<CleanUpOptions>>();
  expectTypeOf<AllUndefined<HostingErrorDetails>>().toExtend<HostingErrorDetails>();
  expectTypeOf<AllUndefined<NonNullable<Parameters<typeof expandInputs>[1]>>>().toExtend<Parameters<typeof expandInputs>[1]>();
  expectTypeOf<AllUndefined<FileSourceOptions>>().toExtend<FileSourceOptions>();
  expectTypeOf<AllUndefined<PreflightOptions>>().toExtend<PreflightOptions>();
  expectTypeOf<AllUndefined<S3Credentials>>().toExtend<Partial<S3Credentials>>();
  expectTypeOf<AllUndefined<S3HostOptions>>().toExtend<Partial<S3HostOptions>>();
  expectTypeOf<AllUndefined<LoadS3Options>>().toExtend<Partial<LoadS3Options>>();
  // Negative control: a field that does not accept undefined is found.
  expectTypeOf<AllUndefined<{ a?: string }>>().not.toExtend<{ a?: string }>();
  expectTypeOf<keyof AllUndefined<S3HostOptions>>().toEqualTypeOf<Exclude<keyof S3HostOptions, 'bucket' | 'credentials'>>();
});
