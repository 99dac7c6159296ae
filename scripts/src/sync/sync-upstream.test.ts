import { describe, expect, it } from 'vitest';
import { aFragment } from '../../test/support/an-api.ts';
import { llmsTxt, pageOf } from '../../test/support/pages.ts';
import type { Source } from '../contract/sources.ts';
import type { Upstream } from '../contract/upstream.ts';
import { sha256 } from '../files.ts';
import { readPages } from './read-pages.ts';
import type { Site } from './site.ts';
import { type Synced, syncUpstream } from './sync-upstream.ts';

const NOTHING: Upstream = { sources: { operations: {}, notCovered: { wav: 'its path is not published' } }, texts: new Map() };
const today = '2026-11-22';

/** A site of pages by path. Listed is what is there, unless said otherwise. */
function siteOf(pages: Record<string, string>, listed = Object.keys(pages)): Site {
  const files = new Map([...Object.entries(pages), ['/llms.txt', llmsTxt(listed)]]);
  return { read: async (path) => files.get(path) };
}

async function sync(site: Site, before: Upstream = NOTHING, options = {}): Promise<Synced> {
  return syncUpstream(before, await readPages(site), { today, ...options });
}

const page = (id: string, form = {}): string => pageOf(aFragment(id), form);
const SUNO = '/api-reference/suno';

/** Upstream after a first scrape of four pages. */
async function fourPages(): Promise<{ pages: Record<string, string>; upstream: Upstream }> {
  const pages = Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [`${SUNO}/${id}.md`, page(id)]));
  return { pages, upstream: (await sync(siteOf(pages))).upstream };
}

describe('syncUpstream', () => {
  it('keeps each block as it came, with where from, its hash and its date', async () => {
    const { upstream, notes } = await sync(siteOf({ [`${SUNO}/task.md`]: page('getTask') }));
    expect(upstream.texts).toEqual(new Map([['getTask', aFragment('getTask')]]));
    expect(upstream.sources.operations).toEqual({
      getTask: {
        api: 'suno',
        operation: 'POST /suno/v2/getTask',
        url: 'https://docs.mountsea.ai/api-reference/suno/task.md',
        evidence: 'published',
        sha256: sha256(aFragment('getTask')),
        date: today,
      },
    });
    expect(notes).toEqual(['new: POST /suno/v2/getTask (getTask)']);
  });

  it('changes nothing, not even the date, when nothing has changed', async () => {
    const { pages, upstream } = await fourPages();
    const again = await sync(siteOf(pages), upstream, { today: '2027-01-01' });
    expect(again).toEqual({ upstream, notes: [] });
  });

  it('makes a transcribed operation published when its block arrives, under its own name', async () => {
    const { upstream } = await sync(siteOf({ [`${SUNO}/task.md`]: page('getTask') }));
    const entry = { ...upstream.sources.operations.getTask, evidence: 'transcribed', sha256: 'old', date: '2020-01-01' } as const;
    const before = {
      sources: { operations: { myName: entry }, notCovered: {} },
      texts: new Map([['myName', 'old']]),
    } as unknown as Upstream;
    const after = await sync(siteOf({ [`${SUNO}/moved.md`]: page('getTask') }), before);
    expect(after.upstream.sources.operations).toMatchObject({
      myName: { evidence: 'published', date: today, url: 'https://docs.mountsea.ai/api-reference/suno/moved.md' },
    });
    expect(after.notes).toEqual(['published at last: POST /suno/v2/getTask (myName)']);
  });

  it('takes the English page, and another language where that has no block', async () => {
    const [english, chinese] = [page('a', { prose: 'words' }), page('a', { prose: '文字' })];
    const both = { [`/zh${SUNO}/a.md`]: chinese, [`${SUNO}/a.md`]: english };
    expect((await sync(siteOf(both))).upstream.sources.operations.a?.url).toBe(
      'https://docs.mountsea.ai/api-reference/suno/a.md',
    );
    const guide = { ...both, [`${SUNO}/a.md`]: '# moved\n' };
    expect((await sync(siteOf(guide))).upstream.sources.operations.a?.url).toBe(
      'https://docs.mountsea.ai/zh/api-reference/suno/a.md',
    );
  });

  it('finds a page that a mirror keeps outside of its language folder', async () => {
    const site = siteOf({ [`${SUNO}/a.md`]: page('a') }, [`/zh${SUNO}/a.md`]);
    expect((await sync(site)).upstream.sources.operations.a?.url).toBe('https://docs.mountsea.ai/zh/api-reference/suno/a.md');
  });

  it('removes what is covered now from the list of what is not', async () => {
    const { upstream } = await sync(siteOf({ [`${SUNO}/wav.md`]: page('wav') }));
    expect(upstream.sources.notCovered).toEqual({});
  });

  it('names an operation by its page where its own name is taken', async () => {
    const twin = page('a').replaceAll('/suno/v2/a', '/suno/v2/other');
    const { upstream } = await sync(siteOf({ [`${SUNO}/a.md`]: page('a'), [`${SUNO}/the-other.md`]: twin }));
    expect(Object.keys(upstream.sources.operations)).toEqual(['a', 'theOther']);
  });

  it.each(['__proto__', 'constructor', 'toString'])('does not take the name %s, which every object has', async (name) => {
    const odd = page('a').replace('ApiPublicController_a', `Controller_${name}`);
    const { upstream } = await sync(siteOf({ [`${SUNO}/odd-page.md`]: odd }));
    expect(Object.keys(upstream.sources.operations)).toEqual(['oddPage']);
    expect([...upstream.texts.keys()]).toEqual(['oddPage']);
  });

  it('takes one of two pages that show an operation in other words', async () => {
    const other = page('a').replace('make a thing', 'makes a thing');
    const { upstream } = await sync(siteOf({ [`${SUNO}/a.md`]: page('a'), [`${SUNO}/b.md`]: other }));
    expect(upstream.texts).toEqual(new Map([['a', aFragment('a')]]));
  });

  it('refuses two pages that show one operation in two ways', async () => {
    const other = page('a').replace('type: string', 'type: number');
    await expect(sync(siteOf({ [`${SUNO}/a.md`]: page('a'), [`${SUNO}/b.md`]: other }))).rejects.toThrow(
      'documented in two ways',
    );
  });
});

describe('an operation that stays as it was transcribed', () => {
  const transcribed = (name: string): Source => ({
    api: 'suno',
    operation: `POST /suno/v2/${name}`,
    url: `https://docs.mountsea.ai${SUNO}/${name}.md`,
    evidence: 'transcribed',
    sha256: 'old',
    date: '2020-01-01',
  });
  const before: Upstream = {
    sources: { operations: Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [id, transcribed(id)])), notCovered: {} },
    texts: new Map(),
  };

  it('is not taken for a checked one: each reason is one line', async () => {
    const pages = { [`${SUNO}/a.md`]: '<html>Sign in</html>', [`${SUNO}/b.md`]: '# b\n', [`${SUNO}/d.md`]: page('d') };
    const { notes } = await sync(siteOf(pages, [...Object.keys(pages), `${SUNO}/c.md`]), before);
    expect(notes).toEqual([
      'published at last: POST /suno/v2/d (d)',
      'listed, but the page is not there: suno/c',
      'not checked, as the page has no OpenAPI block; stays as transcribed: a, b',
      'not checked, as the page is not there; stays as transcribed: c',
      'not checked, as the page is not listed; stays as transcribed: e',
    ]);
  });
});

describe('the shrink guard', () => {
  it.each<[string, (pages: Record<string, string>) => Site, string]>([
    [
      'a page that is not listed',
      (pages) => siteOf(pages, Object.keys(pages).slice(1)),
      'POST /suno/v2/a: its page https://docs.mountsea.ai/api-reference/suno/a.md is not listed',
    ],
    [
      'a page that is gone',
      ({ [`${SUNO}/a.md`]: _, ...pages }) => siteOf(pages, [`${SUNO}/a.md`, ...Object.keys(pages)]),
      'a.md is not there',
    ],
    [
      'a page that lost its block',
      (pages) => siteOf({ ...pages, [`${SUNO}/a.md`]: '<html>Sign in</html>' }),
      'a.md has no OpenAPI block',
    ],
    [
      'a page of another operation',
      (pages) => siteOf({ ...pages, [`${SUNO}/a.md`]: page('z') }),
      'a.md documents POST /suno/v2/z now',
    ],
    ['half of the pages gone', (pages) => siteOf(Object.fromEntries(Object.entries(pages).slice(2))), '(2 of 4 at once)'],
    ['an index that lists nothing', () => siteOf({}, []), '/llms.txt lists no page'],
    ['no index', () => ({ read: async () => undefined }), '/llms.txt is not there'],
    [
      'an index that is a web page',
      () => ({ read: async () => '<!doctype html><title>502 Bad Gateway</title>' }),
      '/llms.txt lists no page',
    ],
  ])('stops at %s', async (_what, siteFor, message) => {
    const { pages, upstream } = await fourPages();
    await expect(sync(siteFor(pages), upstream)).rejects.toThrow(message);
  });

  it('accepts removals that are meant', async () => {
    const { pages, upstream } = await fourPages();
    const { [`${SUNO}/a.md`]: _, ...fewer } = pages;
    const after = await sync(siteOf(fewer), upstream, { acceptRemovals: true });
    expect([...after.upstream.texts.keys()]).toEqual(['b', 'c', 'd']);
    expect(after.notes).toEqual([expect.stringContaining('removed: POST /suno/v2/a')]);
  });

  it('ignores a missing transcribed operation, and a listed page that was never there', async () => {
    const { pages, upstream } = await fourPages();
    const entry = { ...upstream.sources.operations.a, operation: 'GET /suno/v2/t', evidence: 'transcribed' } as const;
    const before = {
      ...upstream,
      sources: { ...upstream.sources, operations: { ...upstream.sources.operations, t: entry } },
    } as Upstream;
    const after = await sync(siteOf(pages, [...Object.keys(pages), `${SUNO}/unknown.md`]), before);
    expect(after.notes).toEqual([
      'listed, but the page is not there: suno/unknown',
      'not checked, as the page documents POST /suno/v2/a now; stays as transcribed: t',
    ]);
  });
});
