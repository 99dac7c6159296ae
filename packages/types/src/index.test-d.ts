import { describe, expectTypeOf, it } from 'vitest';
import type {
  CreateCustomModelRequest,
  CropRequest,
  CustomModelId,
  GenerateRequest,
  GenerateTask,
  KnownTaskStatus,
  ModelId,
  Playlist,
  PointsItem,
  RemasterRequest,
  ResponseBody,
  SunoPaths,
  TaskRef,
  TaskStatus,
  TaskStatusBody,
} from './index.ts';

describe('TaskStatus', () => {
  it('narrows on a known value', () => {
    const look = (status: TaskStatus, isKnown: (value: TaskStatus) => value is KnownTaskStatus): void => {
      if (status === 'success') expectTypeOf(status).toEqualTypeOf<'success' | (string & {})>();
      else expectTypeOf(status).toEqualTypeOf<Exclude<TaskStatus, 'success'>>();
      if (isKnown(status) && status === 'success') expectTypeOf(status).toEqualTypeOf<'success'>();
      if (isKnown(status)) expectTypeOf(status).toEqualTypeOf<KnownTaskStatus>();
    };
    expectTypeOf(look).toBeFunction();
    expectTypeOf<'awaiting'>().toExtend<TaskStatus>();
  });

  it('takes a value that nobody knows, and no other kind of value', () => {
    expectTypeOf<'brand-new'>().toExtend<TaskStatus>();
    expectTypeOf<string>().toExtend<TaskStatus>();
    expectTypeOf<number>().not.toExtend<TaskStatus>();
    expectTypeOf<'brand-new'>().not.toExtend<KnownTaskStatus>();
  });
});

describe('request enums', () => {
  it('stay closed', () => {
    expectTypeOf<'create'>().toExtend<GenerateTask>();
    expectTypeOf<'brand-new'>().not.toExtend<GenerateTask>();
    expectTypeOf<string>().not.toExtend<GenerateTask>();
    // @ts-expect-error a task that the contract does not name
    const request: GenerateRequest = { task: 'brand-new', model: 'chirp-v50' };
    expectTypeOf(request).toExtend<GenerateRequest>();
  });

  it('take a custom model as model', () => {
    expectTypeOf<CustomModelId>().toExtend<GenerateRequest['model']>();
    expectTypeOf<CustomModelId>().toExtend<ModelId>();
    expectTypeOf<'chirp-nonsense'>().not.toExtend<ModelId>();
    const request: GenerateRequest = { task: 'create', model: 'chirp-custom:0b7e7a52-5a0c-4f0e-9a52-6f2b0f3d4c11' };
    expectTypeOf(request.make_instrumental).toEqualTypeOf<boolean | undefined>();
  });
});

describe('bodies', () => {
  it('are flat records', () => {
    expectTypeOf<CreateCustomModelRequest>().toExtend<{ sessionId: string; clipIds: string[]; name: string }>();
    expectTypeOf<TaskRef>().toExtend<{ taskId: string }>();
    expectTypeOf<TaskStatusBody['taskId']>().toBeString();
    expectTypeOf<PointsItem['finalAmount']>().toBeNumber();
  });

  it('belong to paths of the contract', () => {
    expectTypeOf<'/suno/v2/customModel/create'>().toExtend<keyof SunoPaths>();
    expectTypeOf<'/suno/v2/nowhere'>().not.toExtend<keyof SunoPaths>();
  });
});

describe('tools', () => {
  it('take and give what the contract says', () => {
    expectTypeOf<CropRequest>().toExtend<{ clip_id: string; crop_start_s: number; is_crop_remove?: boolean | undefined }>();
    expectTypeOf<'chirp-carp' | 'chirp-bass'>().toExtend<RemasterRequest['model_name']>();
    expectTypeOf<string>().not.toExtend<RemasterRequest['model_name']>();
    expectTypeOf<Playlist>().toExtend<{ playlist_id: string }>();
    expectTypeOf<ResponseBody<SunoPaths['/suno/v2/timing']['post']>>().toExtend<TaskRef>();
  });
});
