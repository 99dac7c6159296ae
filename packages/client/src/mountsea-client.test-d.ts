import type { CustomModelId, RequestBody, ResponseBody, SunoPaths, TaskStatus, UsagePaths } from '@mountsea-suno/types';
import { expectTypeOf, test } from 'vitest';
import type { ClipMethods, MountseaClient, PointsPage, Task } from './index.ts';

type Body<Path extends keyof SunoPaths> = RequestBody<SunoPaths[Path]['post']>;
type Answer<Path extends keyof SunoPaths> = ResponseBody<SunoPaths[Path]['post']>;

declare const client: MountseaClient;

test('methods take and give what the contract says of their paths', () => {
  expectTypeOf(client.customModel.create).parameter(0).toExtend<Body<'/suno/v2/customModel/create'>>();
  expectTypeOf(client.customModel.create).returns.resolves.toExtend<Answer<'/suno/v2/customModel/create'>>();
  expectTypeOf(client.customModel.upload).parameter(0).toExtend<Body<'/suno/v2/customModel/upload'>>();
  expectTypeOf(client.customModel.prepare).returns.resolves.toExtend<Answer<'/suno/v2/customModel/prepare'>>();
  expectTypeOf(client.audio.crop).parameter(0).toExtend<Body<'/suno/v2/audio/crop'>>();
  expectTypeOf(client.audio.fade).parameter(0).toExtend<Body<'/suno/v2/audio/fade'>>();
  expectTypeOf(client.audio.upload.session).returns.resolves.toExtend<Answer<'/suno/v2/audio/upload/session'>>();
  expectTypeOf(client.audio.upload.session.item).parameter(0).toExtend<Body<'/suno/v2/audio/upload/session/item'>>();
  expectTypeOf(client.voicePersona.init).parameter(0).toExtend<Body<'/suno/v2/voicePersona/init'>>();
  expectTypeOf(client.voicePersona.complete).parameter(0).toExtend<Body<'/suno/v2/voicePersona/complete'>>();
  expectTypeOf(client.voicePersona.create).parameter(0).toExtend<Body<'/suno/v2/voicePersona/create'>>();
  expectTypeOf(client.playlist.create).parameter(0).toExtend<Body<'/suno/v2/playlist/create'>>();
  expectTypeOf(client.playlist.create).returns.resolves.toExtend<Answer<'/suno/v2/playlist/create'>>();
  expectTypeOf(client.image.generate).parameter(0).toExtend<Body<'/suno/v2/image/generate'>>();
  expectTypeOf(client.generate).parameter(0).toExtend<Body<'/suno/v2/generate'>>();
  expectTypeOf(client.usage.credits).returns.resolves.toExtend<ResponseBody<UsagePaths['/api-user/credits']['get']>>();
  expectTypeOf(client.usage.searchPoints).parameter(0).toExtend<RequestBody<UsagePaths['/api-user/points/search']['post']>>();
});

test('methods at the root are named as their paths', () => {
  type Wrong = {
    [Name in keyof ClipMethods]: Parameters<ClipMethods[Name]>[0] extends Body<`/suno/v2/${Name}`> ? never : Name;
  }[keyof ClipMethods];
  expectTypeOf<Wrong>().toBeNever();
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
});
