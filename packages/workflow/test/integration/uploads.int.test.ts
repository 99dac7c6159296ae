import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { resumeTraining, startTraining, UploadFailedError } from '../../src/index.ts';
import { createWorld, songs, type World } from '../support/world.ts';

const third = songs[2];
const ofThird = ({ body }: { body: unknown }): boolean => (body as { audioUrl?: string }).audioUrl === third;

describe('uploads', () => {
  test.each([1, 2, 4, 6])('run %i at a time', async (concurrency) => {
    const world = createWorld({ durations: { upload: 10_000 } });
    const training = await startTraining({ ...world.start, concurrency });
    let most = 0;
    const watching = (async () => {
      for await (const _ of training.events())
        most = Math.max(most, training.state.uploads.filter(({ status }) => status === 'sent' || status === 'running').length);
    })();
    await world.clock.run(training.result());
    await watching;
    expect(most).toBe(concurrency);
  });

  test('a failed file is sent again on the same session', async () => {
    const world = createWorld();
    world.sandbox.faults.add({
      operation: 'customModel.upload',
      match: ofThird,
      kind: 'fail-task',
      failReason: 'Busy.',
      times: 2,
    });
    const training = await startTraining(world.start);
    await world.clock.run(training.result());
    expect(training.state.uploads[2]).toMatchObject({ status: 'done', attempt: 3 });
    expect(world.sandbox.count('customModel.prepare')).toBe(1);
    expect(world.sandbox.count('customModel.upload')).toBe(8);
  });

  test('a file that fails three times ends the training, the others are kept, and a resume sends only that one', async () => {
    const world = createWorld();
    world.sandbox.faults.add({
      operation: 'customModel.upload',
      match: ofThird,
      kind: 'fail-task',
      failReason: 'Busy.',
      times: 3,
    });
    const training = await startTraining(world.start);
    const error = await failure(world, training);
    expect(error).toBeInstanceOf(UploadFailedError);
    expect(error).toMatchObject({ code: 'upload_failed', resumeId: training.id });
    expect((error as UploadFailedError).uploads.map(({ status }) => status)).toEqual([
      'done',
      'done',
      'failed',
      'done',
      'done',
      'done',
    ]);
    expect(world.sandbox.count('customModel.create')).toBe(0);
    const resumed = await resumeTraining(training.id, world.run);
    await world.clock.run(resumed.result());
    expect(world.sandbox.count('customModel.upload')).toBe(9);
  });

  test('a source that is not there is not sent again', async () => {
    const world = createWorld();
    world.sandbox.faults.add({
      operation: 'customModel.upload',
      match: ofThird,
      kind: 'fail-task',
      failReason: 'Audio source not found.',
      failCode: 4001,
    });
    const training = await startTraining(world.start);
    await expect(failure(world, training)).resolves.toMatchObject({ code: 'upload_failed' });
    expect(world.sandbox.count('customModel.upload')).toBe(6);
  });

  test('the signature of a URL is in no message and no event, although the server echoes it', async () => {
    const world = createWorld();
    const audioUrls = songs.map((url) => `${url}?X-Amz-Signature=secret`);
    const failReason = `Could not load ${audioUrls[2]}\n\u001b[2J`;
    world.sandbox.faults.add({ operation: 'customModel.upload', kind: 'fail-task', failReason, times: Number.POSITIVE_INFINITY });
    const training = await startTraining({ ...world.start, audioUrls });
    const events: unknown[] = [];
    const listening = (async () => {
      for await (const event of training.events()) events.push(event);
    })();
    const error = (await failure(world, training)) as Error;
    await listening;
    expect(error.message).toContain('Could not load https://songs.example.com/3.mp3');
    expect(JSON.stringify([error.message, error, events])).not.toMatch(/secret|\\u001b/);
    expect(inspect(error, { depth: null })).not.toContain('secret');
  });

  test('a file that the API refuses does not keep the others from becoming clips', async () => {
    const world = createWorld();
    world.sandbox.faults.add({ operation: 'customModel.upload', match: ofThird, kind: 'status', status: 422 });
    const training = await startTraining(world.start);
    await expect(failure(world, training)).resolves.toMatchObject({ code: 'upload_failed' });
    expect(training.state.uploads.filter(({ status }) => status === 'done')).toHaveLength(5);
  });

  test('with minClips a training goes on without the file that failed', async () => {
    const world = createWorld();
    world.sandbox.faults.add({ operation: 'customModel.upload', match: ofThird, kind: 'fail-task', failCode: 4001 });
    const audioUrls = [...songs, 'https://songs.example.com/7.mp3'];
    const training = await startTraining({ ...world.start, audioUrls, minClips: 6 });
    const model = await world.clock.run(training.result());
    expect(model.clips.map(({ audioUrl }) => audioUrl)).toEqual(audioUrls.filter((url) => url !== third));
  });

  test('minClips can be chosen when it is known what failed', async () => {
    const world = createWorld();
    world.sandbox.faults.add({
      operation: 'customModel.upload',
      match: ofThird,
      kind: 'fail-task',
      failCode: 4001,
      times: Number.POSITIVE_INFINITY,
    });
    const training = await startTraining({ ...world.start, audioUrls: [...songs, 'https://songs.example.com/7.mp3'] });
    await failure(world, training);
    const resumed = await resumeTraining(training.id, { ...world.run, minClips: 6 });
    expect((await world.clock.run(resumed.result())).clips).toHaveLength(6);
    expect(world.sandbox.count('customModel.upload')).toBe(7);
  });

  test('a lost response leads to another upload and to one clip', async () => {
    const world = createWorld();
    world.sandbox.faults.add({ operation: 'customModel.upload', kind: 'reset', when: 'after', times: 3 });
    const training = await startTraining(world.start);
    const model = await world.clock.run(training.result());
    expect(world.sandbox.snapshot().sessions[0]?.uploads).toHaveLength(9);
    expect(new Set(model.clips.map(({ clipId }) => clipId)).size).toBe(6);
  });
});

async function failure(world: World, training: { result(): Promise<unknown> }): Promise<unknown> {
  return world.clock.run(
    training.result().then(
      () => 'it was trained',
      (error: unknown) => error,
    ),
  );
}
