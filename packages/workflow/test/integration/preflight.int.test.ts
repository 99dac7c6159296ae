import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@mountsea-suno/client';
import { afterEach, describe, expect, test } from 'vitest';
import { createPreflight, type PreflightOptions, startTraining, type TrainingEvent } from '../../src/index.ts';
import { createWorld, songs, type World } from '../support/world.ts';

const flac = (url: string): Response => new Response(`fLaC of ${url}`, { headers: { 'content-range': 'bytes 0-9/10' } });

describe('preflight', () => {
  test('good files pass; only the beginning of each is asked for, and never with the key', async () => {
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
    expect(asked[0]?.redirect).toBe('manual');
    expect(world.clock.sleepers).toBe(0);
  });

  const answers: [string, (url: string) => Response | Promise<Response>, RegExp][] = [
    ['is gone', () => new Response('gone', { status: 404 }), /answers with HTTP 404/],
    ['is a page', () => new Response('<!doctype html><p>Sign in'), /is not audio/],
    ['is a HEIC picture', () => new Response('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), /is not audio/],
    ['has the same content under another name', (url) => flac(url.replace('2.mp3', '1.mp3')), /file 2 .* same content as file 1/],
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

  test('a server that ignores ranges is cut off', async () => {
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

  test('too few credits stop the training; credits that cannot be read are a warning', async () => {
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

  test('a private host is refused by its name and by its address, unless the API is local', async () => {
    const fetch = async (url: unknown): Promise<Response> => flac(String(url));
    const remote = createWorld();
    const client = { ...remote.client, baseUrl: 'https://api.example.com' };
    const start = (options: PreflightOptions, audioUrls: readonly string[] = songs) =>
      startTraining({ ...remote.start, client, audioUrls, preflight: createPreflight(options) });
    const refused = /not reachable from the internet/;
    await expect(start({ fetch }, [...songs, 'http://10.0.0.1/7.mp3'])).rejects.toThrow(refused);
    await expect(start({ fetch, resolve: async () => ['10.0.0.1'] })).rejects.toThrow(refused);
    const followed = async (url: unknown): Promise<Response> =>
      Object.defineProperty(flac(String(url)), 'url', { value: 'http://169.254.169.254/latest' });
    await expect(start({ fetch: followed })).rejects.toThrow(refused);
    const local = await startTraining({
      ...createWorld().start,
      audioUrls: [...songs, 'http://10.0.0.1/7.mp3'],
      preflight: createPreflight({ fetch }),
    });
    await local.detach();
  });
});

describe('redirects', () => {
  const publicSite = 'http://songs.example.com';

  /** The files, on a site with a public name whose requests all reach a server of ours. `privateSite` is another one, and has a private address. */
  async function serve(answer: (request: IncomingMessage, response: ServerResponse, privateSite: string) => void) {
    const asked = { public: [] as string[], private: [] as string[] };
    const privateServer = createServer((request, response) => {
      asked.private.push(request.url ?? '');
      response.end(`fLaC of ${request.url}`);
    });
    const privateSite = await listen(privateServer);
    const publicServer = createServer((request, response) => {
      asked.public.push(request.url ?? '');
      answer(request, response, privateSite);
    });
    const publicAddress = await listen(publicServer);
    servers.push(privateServer, publicServer);
    const reach: typeof fetch = async (url, init) => {
      const { origin, href } = new URL(String(url));
      const isPublic = origin.endsWith('.example.com');
      const response = await fetch(isPublic ? href.replace(origin, publicAddress) : href, init);
      return isPublic ? Object.defineProperty(response, 'url', { value: href }) : response;
    };
    const remote = createWorld();
    const publicClient = { ...remote.client, baseUrl: 'https://api.example.com' };
    const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `${publicSite}/${n}.mp3`);
    const start = (options: PreflightOptions = {}, client = publicClient) =>
      startTraining({
        ...remote.start,
        client,
        clock: systemClock,
        audioUrls,
        preflight: createPreflight({ fetch: reach, ...options }),
      });
    return { asked, start };
  }

  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close().closeAllConnections();
  });

  /** Answers as `redirect` says for the third file, and with audio for the others. */
  const third =
    (redirect: (privateSite: string, hop: number) => string) =>
    (request: IncomingMessage, response: ServerResponse, privateSite: string): void => {
      const hop = Number(new URL(request.url ?? '', publicSite).searchParams.get('hop'));
      if (request.url?.startsWith('/3.mp3')) response.writeHead(302, { location: redirect(privateSite, hop) }).end('moved');
      else response.end(`fLaC of ${request.url}`);
    };

  test('to another public host are followed, with the range', async () => {
    const ranges: (string | undefined)[] = [];
    const { asked, start } = await serve((request, response, privateSite) => {
      ranges.push(request.headers.range);
      third(() => 'https://cdn.example.com/three.flac?signature=abc')(request, response, privateSite);
    });
    await (await start()).detach();
    expect(asked.public).toContain('/three.flac?signature=abc');
    expect(ranges).toEqual(Array(7).fill('bytes=0-65535'));
  });

  test('may be five in a row, relative ones too, and no more', async () => {
    const upTo = (most: number) => third((_, hop) => (hop + 1 < most ? `/3.mp3?hop=${hop + 1}` : `${publicSite}/three.flac`));
    const five = await serve(upTo(5));
    await (await five.start()).detach();
    expect(five.asked.public.filter((path) => path.startsWith('/3.mp3'))).toHaveLength(5);
    const six = await serve(upTo(6));
    await expect(six.start()).rejects.toThrow(/file 3 .* redirects more than 5 times/);
    expect(six.asked.public).not.toContain('/three.flac');
  });

  test('to a private address are refused before it is connected to', async () => {
    const { asked, start } = await serve(third((privateSite) => `${privateSite}/latest?token=hush`));
    const error: unknown = await start().catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: 'invalid_input',
      problems: [expect.stringMatching(/file 3 .* redirects to http:.*\/latest, which is not reachable from the internet\.$/)],
    });
    expect(String(error)).not.toContain('hush');
    expect(asked.private).toEqual([]);
  });

  test('to a name that resolves to a private address are refused before it is connected to', async () => {
    const { asked, start } = await serve(third(() => 'http://intranet.example.com/3.flac'));
    const resolve = async (host: string): Promise<string[]> => [host.startsWith('intranet') ? '10.0.0.1' : '93.184.216.34'];
    await expect(start({ resolve })).rejects.toThrow(
      /redirects to http:\/\/intranet\S+, which is not reachable from the internet/,
    );
    expect(asked.public).not.toContain('/3.flac');
    const unresolved = await serve(third(() => 'http://intranet.example.com/3.flac'));
    await (await unresolved.start()).detach();
    expect(unresolved.asked.public).toContain('/3.flac');
  });

  test('to another scheme are refused', async () => {
    const { start } = await serve(third(() => 'file:///etc/passwd'));
    await expect(start()).rejects.toThrow(/redirects to file:\/\/\/etc\/passwd, which is not an http or https URL/);
  });

  test('are followed without reading the body that comes with them, even if it is endless', async () => {
    let sent = 0;
    const { start } = await serve((request, response) => {
      if (!request.url?.startsWith('/3.mp3')) {
        response.end(`fLaC of ${request.url}`);
        return;
      }
      response.writeHead(302, { location: '/three.flac' });
      const send = (): void => {
        if (response.destroyed) return;
        sent += 65_536;
        if (response.write(Buffer.alloc(65_536))) setImmediate(send);
        else response.once('drain', send);
      };
      send();
    });
    await (await start()).detach();
    expect(sent).toBeLessThan(20e6);
  });

  test('that a platform hides are a problem', async () => {
    const hidden = Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });
    const { start } = await serve((request, response) => response.end(`fLaC of ${request.url}`));
    await expect(start({ fetch: async () => hidden })).rejects.toThrow(/redirects, and this platform does not show where to/);
  });

  test('to a private address are followed when the API is local', async () => {
    const { asked, start } = await serve(third((privateSite) => `${privateSite}/3.flac`));
    const { client } = createWorld();
    await (await start({}, client)).detach();
    expect(asked.private).toEqual(['/3.flac']);
  });
});

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function begin(world: World, options: PreflightOptions, name = 'v6Pro') {
  return startTraining({ ...world.start, name, preflight: createPreflight(options) });
}
