import { expectTypeOf, test } from 'vitest';
import type {
  CustomModel,
  ErrorCode,
  ResumeTrainingOptions,
  StartTrainingOptions,
  Training,
  TrainingEvent,
  TrainingStore,
} from './index.ts';

test('a training is a handle and no promise', () => {
  expectTypeOf<Training>().not.toHaveProperty('then');
  expectTypeOf<Training['result']>().returns.resolves.toEqualTypeOf<CustomModel>();
});

test('the model id fits generate', () => {
  expectTypeOf<CustomModel['id']>().toExtend<`chirp-custom:${string}`>();
});

test('events narrow by their type', () => {
  const look = (event: TrainingEvent): void => {
    if (event.type === 'upload') expectTypeOf(event.index).toBeNumber();
    if (event.type === 'phase') expectTypeOf(event.phase).toExtend<string>();
    if (event.type === 'task') expectTypeOf(event.status).toBeString();
    expectTypeOf(event.at).toBeNumber();
  };
  expectTypeOf(look).toBeFunction();
});

test('a start needs a name and files, a resume neither', () => {
  expectTypeOf<Pick<StartTrainingOptions, 'client' | 'name' | 'audioUrls'>>().toExtend<StartTrainingOptions>();
  expectTypeOf<Pick<StartTrainingOptions, 'client' | 'name'>>().not.toExtend<StartTrainingOptions>();
  expectTypeOf<Pick<ResumeTrainingOptions, 'client'>>().toExtend<ResumeTrainingOptions>();
  expectTypeOf<readonly string[]>().toExtend<StartTrainingOptions['audioUrls']>();
});

test('codes are closed, and a store may do without durations', () => {
  expectTypeOf<'training_failed'>().toExtend<ErrorCode>();
  expectTypeOf<'no_such_code'>().not.toExtend<ErrorCode>();
  expectTypeOf<Omit<TrainingStore, 'loadDurations' | 'saveDurations'>>().toExtend<TrainingStore>();
});
