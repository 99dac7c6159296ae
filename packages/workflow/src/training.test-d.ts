import { type ErrorCode, isMountseaError } from '@mountsea-suno/client';
import { expectTypeOf, test } from 'vitest';
import type {
  CustomModel,
  PreflightOptions,
  RemoveTrainingOptions,
  ResumeTrainingOptions,
  StartTrainingOptions,
  Training,
  TrainingEvent,
  TrainingStore,
  WaitForTaskOptions,
  WorkflowErrorCode,
  WorkflowErrors,
} from './index.ts';
import type { FileStoreOptions } from './node.ts';

test('a training is a handle and not a promise', () => {
  expectTypeOf<Training>().not.toHaveProperty('then');
  expectTypeOf<Training['result']>().returns.resolves.toEqualTypeOf<CustomModel>();
});

test('the model id fits generate', () => {
  expectTypeOf<CustomModel['id']>().toExtend<`chirp-custom:${string}`>();
});

test('events narrow by their type', () => {
  const narrow = (event: TrainingEvent): void => {
    if (event.type === 'upload') expectTypeOf(event.index).toBeNumber();
    if (event.type === 'phase') expectTypeOf(event.phase).toExtend<string>();
    if (event.type === 'task') expectTypeOf(event.status).toBeString();
    expectTypeOf(event.at).toBeNumber();
  };
  expectTypeOf(narrow).toBeFunction();
});

test('a start needs a name and files, a resume neither', () => {
  expectTypeOf<Pick<StartTrainingOptions, 'client' | 'name' | 'audioUrls'>>().toExtend<StartTrainingOptions>();
  expectTypeOf<Pick<StartTrainingOptions, 'client' | 'name'>>().not.toExtend<StartTrainingOptions>();
  expectTypeOf<Pick<ResumeTrainingOptions, 'client'>>().toExtend<ResumeTrainingOptions>();
  expectTypeOf<readonly string[]>().toExtend<StartTrainingOptions['audioUrls']>();
});

test('codes are closed, and a store may do without durations', () => {
  expectTypeOf<'training_failed'>().toExtend<ErrorCode>();
  // @ts-expect-error no error has this code
  expectTypeOf<'no_such_code'>().toExtend<ErrorCode>();
  expectTypeOf<Omit<TrainingStore, 'loadDurations' | 'saveDurations'>>().toExtend<TrainingStore>();
});

test('isMountseaError knows the errors of the workflow too', () => {
  const uploads = (error: unknown): readonly object[] =>
    isMountseaError(error) && error.code === 'upload_failed' ? error.uploads : [];
  expectTypeOf(uploads).toBeFunction();
});

test('the code of an error narrows to its fields, and a mistyped code does not compile', () => {
  expectTypeOf<{ [K in WorkflowErrorCode]: WorkflowErrors[K]['code'] }>().toEqualTypeOf<{ [K in WorkflowErrorCode]: K }>();
  const narrow = (error: WorkflowErrors[WorkflowErrorCode]): void => {
    if (error.code === 'upload_failed') expectTypeOf(error.uploads).toExtend<readonly object[]>();
    if (error.code === 'training_locked') expectTypeOf(error.holder).toBeString();
    // @ts-expect-error no error has this code
    if (error.code === 'upload_failure') expectTypeOf(error).toBeNever();
  };
  expectTypeOf(narrow).toBeFunction();
});

/** An options object in which every optional option is given as undefined. */
type Undefined<T> = { [K in keyof T]-?: undefined extends T[K] ? undefined : T[K] };

test('an option that is undefined is one that was not given', () => {
  expectTypeOf<Undefined<StartTrainingOptions>>().toExtend<StartTrainingOptions>();
  expectTypeOf<Undefined<ResumeTrainingOptions>>().toExtend<ResumeTrainingOptions>();
  expectTypeOf<Undefined<WaitForTaskOptions>>().toExtend<WaitForTaskOptions>();
  expectTypeOf<Undefined<PreflightOptions>>().toExtend<PreflightOptions>();
  expectTypeOf<Undefined<RemoveTrainingOptions>>().toExtend<RemoveTrainingOptions>();
  expectTypeOf<Undefined<FileStoreOptions>>().toExtend<FileStoreOptions>();
});
