import { describe, expect, it } from 'vitest';
import { SpecError } from '../errors.ts';
import { type PageCache, webSite } from './web-site.ts';

const BASE = 'https://docs.mountsea.ai';

/** A fetch that gives these responses in turn, and the requests that it received. */
function answering(...answers: (Response | Error)[]) {
  const asked: { url: string; tag: string | null }[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    asked.push({ url: String(input), tag: new Headers(init?.headers).get('if-none-match') });
    const answer = answers[asked.length - 1];
    if (answer === undefined || answer instanceof Error) throw answer ?? new Error('asked too often');
    return answer;
  };
  const waits: number[] = [];
  const sleep = async (ms: number): Promise<void> => void waits.push(ms);
  return { asked, waits, options: { fetch, sleep } };
}

describe('webSite', () => {
  it.each(['http://docs.mountsea.ai', 'https://evil.example', 'https://docs.mountsea.ai.evil.example', 'https://127.0.0.1'])(
    'refuses %s',
    (base) => {
      expect(() => webSite(base)).toThrow('only docs.mountsea.ai');
    },
  );

  it('tries again after a transient failure, and waits longer each time', async () => {
    const { options, waits } = answering(
      new Error('reset'),
      new Response('', { status: 503 }),
      new Response('', { status: 429 }),
      new Response('fine'),
    );
    expect(await webSite(BASE, options).read('/llms.txt')).toBe('fine');
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it('gives up in the end, and at once where trying again is of no use', async () => {
    const down = answering(...Array.from({ length: 4 }, () => new Response('', { status: 500 })));
    await expect(webSite(BASE, down.options).read('/a')).rejects.toThrow('answered 500, 4 times');
    const unknown = new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND docs.mountsea.ai') });
    await expect(webSite(BASE, answering(unknown, unknown, unknown, unknown).options).read('/a')).rejects.toThrow(
      'https://docs.mountsea.ai/a could not be read (getaddrinfo ENOTFOUND docs.mountsea.ai), 4 times',
    );
    const refused = answering(new Response('', { status: 403 }));
    await expect(webSite(BASE, refused.options).read('/a')).rejects.toThrow('answered 403');
    expect(refused.asked).toHaveLength(1);
  });

  it('recognises a page that is not there', async () => {
    expect(await webSite(BASE, answering(new Response('', { status: 404 })).options).read('/a')).toBeUndefined();
  });

  it('sends the ETag of the page that it has', async () => {
    const pages = new Map<string, { etag: string; text: string }>();
    const cache: PageCache = { get: (url) => pages.get(url), set: (url, page) => void pages.set(url, page) };
    const { options, asked } = answering(new Response('text', { headers: { etag: '"1"' } }), new Response(null, { status: 304 }));
    const site = webSite(BASE, { ...options, cache });
    expect([await site.read('/a'), await site.read('/a')]).toEqual(['text', 'text']);
    expect(asked.map(({ tag }) => tag)).toEqual([null, '"1"']);
  });

  it('follows a redirect to an allowed host only, and not for ever', async () => {
    const to = (location: string): Response => new Response(null, { status: 302, headers: { location } });
    expect(await webSite(BASE, answering(to('https://mountsea.mintlify.app/a'), new Response('fine')).options).read('/a')).toBe(
      'fine',
    );
    await expect(webSite(BASE, answering(to('https://[')).options).read('/a')).rejects.toThrow(SpecError);
    const away = answering(to('http://169.254.169.254/latest/meta-data'));
    await expect(webSite(BASE, away.options).read('/a')).rejects.toThrow('only docs.mountsea.ai');
    expect(away.asked).toHaveLength(1);
    await expect(webSite(BASE, answering(to('/b'), to('/c'), to('/d'), to('/e')).options).read('/a')).rejects.toThrow(
      'too many redirects',
    );
  });

  it('stops reading a page that has no end', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    await expect(webSite(BASE, answering(new Response(endless)).options).read('/a')).rejects.toThrow('larger than');
    expect(sent).toBeLessThan(6);
  });
});
