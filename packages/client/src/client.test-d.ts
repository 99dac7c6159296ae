import type { CustomModelId, RequestBody, ResponseBody, SunoPaths, TaskStatus, UsagePaths } from '@mountsea-suno/types';
import { expectTypeOf, test } from 'vitest';
import {
  isMountseaError,
  type MountseaClient,
  type Operation,
  type PointsPage,
  type RetryPolicy,
  rawOf,
  type Task,
} from './index.ts';

type Body<Path extends keyof SunoPaths> = RequestBody<SunoPaths[Path]['post']>;
type Result<Path extends keyof SunoPaths> = ResponseBody<SunoPaths[Path]['post']>;

declare const client: MountseaClient;

test('methods take and give what the contract says of their paths', () => {
  expectTypeOf(client.customModel.create).parameter(0).toExtend<Body<'/suno/v2/customModel/create'>>();
  expectTypeOf(client.customModel.create).returns.resolves.toExtend<Result<'/suno/v2/customModel/create'>>();
  expectTypeOf(client.customModel.upload).parameter(0).toExtend<Body<'/suno/v2/customModel/upload'>>();
  expectTypeOf(client.customModel.prepare).returns.resolves.toExtend<Result<'/suno/v2/customModel/prepare'>>();
  expectTypeOf(client.audio.crop).parameter(0).toExtend<Body<'/suno/v2/audio/crop'>>();
  expectTypeOf(client.audio.fade).parameter(0).toExtend<Body<'/suno/v2/audio/fade'>>();
  expectTypeOf(client.uploadSession.prepare).returns.resolves.toExtend<Result<'/suno/v2/audio/upload/session'>>();
  expectTypeOf(client.uploadSession.item).parameter(0).toExtend<Body<'/suno/v2/audio/upload/session/item'>>();
  expectTypeOf(client.voicePersona.init).parameter(0).toExtend<Body<'/suno/v2/voicePersona/init'>>();
  expectTypeOf(client.voicePersona.complete).parameter(0).toExtend<Body<'/suno/v2/voicePersona/complete'>>();
  expectTypeOf(client.voicePersona.create).parameter(0).toExtend<Body<'/suno/v2/voicePersona/create'>>();
  expectTypeOf(client.playlist.create).parameter(0).toExtend<Body<'/suno/v2/playlist/create'>>();
  expectTypeOf(client.playlist.create).returns.resolves.toExtend<Result<'/suno/v2/playlist/create'>>();
  expectTypeOf(client.image.generate).parameter(0).toExtend<Body<'/suno/v2/image/generate'>>();
  expectTypeOf(client.generate).parameter(0).toExtend<Body<'/suno/v2/generate'>>();
  expectTypeOf(client.usage.credits).returns.resolves.toExtend<ResponseBody<UsagePaths['/api-user/credits']['get']>>();
  expectTypeOf(client.usage.searchPoints).parameter(0).toExtend<RequestBody<UsagePaths['/api-user/points/search']['post']>>();
});

test('every operation of the contract has its retry policy, and no other', () => {
  expectTypeOf<'POST /suno/v2/customModel/create'>().toExtend<Operation>();
  expectTypeOf<'GET /api-user/credits'>().toExtend<Operation>();
  const policies = {} as Record<Operation, RetryPolicy>;
  // @ts-expect-error one operation is missing
  const missing: typeof policies = { 'POST /suno/v2/customModel/create': 'at-most-once' };
  // @ts-expect-error no such operation
  expectTypeOf<'POST /suno/v2/status'>().toExtend<Operation>();
  void missing;
});

test('a code that does not exist does not compile, and a code tells the fields of its error', (error: unknown) => {
  if (!isMountseaError(error)) return;
  switch (error.code) {
    case 'connection_failed':
      expectTypeOf(error.sent).toEqualTypeOf<'no' | 'maybe'>();
      break;
    // @ts-expect-error no such code
    case 'conection_failed':
      break;
    default:
      // @ts-expect-error only a connection error knows whether it was sent
      void error.sent;
  }
});

test('a known status narrows, an unknown one is assignable, a request is closed', () => {
  expectTypeOf<Task['status']>().toEqualTypeOf<TaskStatus>();
  const status: Task['status'] = 'brand-new';
  expectTypeOf(status).toExtend<string>();
  // @ts-expect-error no such task
  void client.generate({ task: 'juggle', model: 'chirp-v50' });
  // @ts-expect-error a custom model's id begins with chirp-custom:
  const model: CustomModelId = 'my-model';
  void client.generate({ task: 'create', model });
});

test('raw is typed path by path', async () => {
  const { data } = await client.raw.suno.GET('/suno/v2/status', { params: { query: { taskId: 't' } }, timeoutMs: 5 });
  expectTypeOf(data.status).toEqualTypeOf<TaskStatus>();
  const page = await client.raw.usage.POST('/api-user/points/search', { body: { dateRange: { start: 0, end: 1 } } });
  expectTypeOf(page.data).toExtend<PointsPage>();
  // @ts-expect-error the task's id is required
  void client.raw.suno.GET('/suno/v2/status');
  // @ts-expect-error no such path
  void client.raw.suno.GET('/suno/v2/nowhere');
  // @ts-expect-error not a GET
  void client.raw.suno.GET('/suno/v2/lyrics');
  // @ts-expect-error a body is required
  void client.raw.suno.POST('/suno/v2/lyrics');
  // @ts-expect-error the body of create needs its name
  void client.raw.suno.POST('/suno/v2/customModel/create', { body: { sessionId: 's', clipIds: [] } });
  interface MyPaths {
    '/suno/v2/bases': { get: { responses: { 200: { content: { 'application/json': string[] } } } } };
  }
  expectTypeOf((await rawOf<MyPaths>(client).GET('/suno/v2/bases')).data).toEqualTypeOf<string[]>();
});
