import { describe, expect, test } from 'vitest';
import { createPreflight, type PreflightOptions, startTraining, type TrainingEvent } from '../src/index.ts';
import { createWorld, songs, type World } from './world.ts';

const flac = (url: string): Response => new Response(`fLaC of ${url}`, { headers: { 'content-range': 'bytes 0-9/10' } });

describe('preflight', () => {
  test('good files pass, each is asked for its beginning only, and never with the key', async () => {
    const asked: RequestInit[] = [];
    const world = createWorld();
    const training = await begin(world, {
      fetch: async (url, init) => {
        asked.push(init ?? {});
        return flac(String(url));
      },
    });
    await training.detach();
    expect(asked).toHaveLength(6);
    expect(asked[0]?.headers).toEqual({ range: 'bytes=0-65535' });
    expect(world.clock.sleepers).toBe(0);
  });

  const answers: [string, (url: string) => Response | Promise<Response>, RegExp][] = [
    ['is gone', () => new Response('gone', { status: 404 }), /answers with HTTP 404/],
    ['is a page', () => new Response('<!doctype html><p>Sign in'), /is no audio/],
    [
      'is the same recording under another name',
      (url) => flac(url.replace('2.mp3', '1.mp3')),
      /file 2 .* same content as file 1/,
    ],
    ['cannot be reached', () => Promise.reject(new TypeError('fetch failed')), /cannot be read: fetch failed/],
    ['never answers', () => new Promise<Response>(() => {}), /did not answer in time/],
  ];
  test.each(answers)('a file that %s stops the training before anything is sent', async (_, answer, problem) => {
    const world = createWorld();
    const start = begin(world, {
      fetch: (url, init) =>
        Promise.race([
          String(url).includes('/2.mp3') ? answer(String(url)) : flac(String(url)),
          new Promise<never>((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))),
        ]),
    });
    await expect(world.clock.run(start)).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringMatching(problem) as string,
    });
    expect(world.sandbox.count()).toBe(world.sandbox.count('usage.credits'));
    expect(await world.store.list()).toEqual([]);
  });

  test('a 503 is asked once more', async () => {
    const world = createWorld();
    let calls = 0;
    const training = await begin(world, {
      fetch: async (url) => (calls++ === 0 ? new Response('', { status: 503 }) : flac(String(url))),
    });
    await training.detach();
    expect(calls).toBe(7);
  });

  test('a server that knows no ranges is cut off', async () => {
    const world = createWorld();
    let pulled = 0;
    const endless = (url: string): ReadableStream<Uint8Array> =>
      new ReadableStream({
        pull: (controller) => {
          pulled += 1;
          controller.enqueue(new TextEncoder().encode(`fLaC${url}`.padEnd(16_384)));
        },
      });
    const training = await begin(world, { fetch: async (url) => new Response(endless(String(url))) });
    await training.detach();
    expect(pulled).toBeLessThan(6 * 8);
  });

  test('too few credits stop it; credits that cannot be seen are a warning', async () => {
    const fetch = async (url: unknown): Promise<Response> => flac(String(url));
    await expect(begin(createWorld({ credits: 60 }), { fetch })).rejects.toThrow(/has 60 credits/);
    const world = createWorld({ usage: false });
    const training = await begin(world, { fetch }, 'a name of more than sixteen characters');
    const seen: TrainingEvent[] = [];
    const listening = (async () => {
      for await (const event of training.events()) seen.push(event);
    })();
    await training.detach();
    await listening;
    expect(seen.flatMap((event) => (event.type === 'warning' ? [event.code] : []))).toEqual(['name_long', 'credits_unavailable']);
  });

  test('a private address is refused, by name, by resolving and by redirect, unless the API is local', async () => {
    const fetch = async (url: unknown): Promise<Response> => flac(String(url));
    const remote = createWorld();
    const client = { ...remote.client, baseUrl: 'https://api.example.com' };
    const start = (options: PreflightOptions, audioUrls: readonly string[] = songs) =>
      startTraining({ ...remote.start, client, audioUrls, preflight: createPreflight(options) });
    const refused = /not reachable from the internet/;
    await expect(start({ fetch }, [...songs, 'http://10.0.0.1/7.mp3'])).rejects.toThrow(refused);
    await expect(start({ fetch, resolve: async () => ['10.0.0.1'] })).rejects.toThrow(refused);
    const redirected = async (url: unknown): Promise<Response> =>
      Object.defineProperty(flac(String(url)), 'url', { value: 'http://169.254.169.254/latest' });
    await expect(start({ fetch: redirected })).rejects.toThrow(refused);
    const local = await startTraining({
      ...createWorld().start,
      audioUrls: [...songs, 'http://10.0.0.1/7.mp3'],
      preflight: createPreflight({ fetch }),
    });
    await local.detach();
  });
});

function begin(world: World, options: PreflightOptions, name = 'v6Pro') {
  return startTraining({ ...world.start, name, preflight: createPreflight(options) });
}
