import { APIS, type Api } from '../layout.ts';

/** One page that `llms.txt` lists, in one language. */
export interface PageLink {
  api: Api;
  /** The page's name, the same in all languages: `customModelCreate`. */
  slug: string;
  /** The language of the page: `en` where the address names none. */
  language: string;
  /** Its path on the site: `/zh/api-reference/suno/customModelCreate.md`. */
  path: string;
  /** Its public address. */
  url: string;
}

/** The site that is read by default. */
export const HOME = 'https://docs.mountsea.ai';
/** The hosts that publish the documentation. */
export const ALLOWED_HOSTS: readonly string[] = ['docs.mountsea.ai', 'mountsea.mintlify.app'];

const PAGE = new RegExp(
  `^(?:/([a-z]{2}(?:-[A-Za-z]{2,4})?))?/api-reference/(${APIS.join('|')})/([A-Za-z0-9_-]+(?:[/.][A-Za-z0-9_-]+)*?)(?:\\.(?!md)([a-z]{2}))?(?:\\.mdx?)?$`,
);

/** The pages of our APIs that an index lists. Links to other sites and to other parts of the site are ignored. */
export function pagesIn(index: string): PageLink[] {
  const pages = new Map<string, PageLink>();
  for (const [address] of index.matchAll(/(?<![\w.%@:/-])(?:https:\/|\.?)\/?[\w.%@:-]+(?:\/[\w.%@:-]+)+/g)) {
    const page = pageAt(address.replace(/[.:]+$/, ''));
    if (page) pages.set(page.path, page);
  }
  return [...pages.values()];
}

/** The page of our APIs at an address; undefined for any other address. */
export function pageAt(address: string): PageLink | undefined {
  if (!URL.canParse(address, `${HOME}/`)) return undefined;
  const url = new URL(address, `${HOME}/`);
  if (url.protocol !== 'https:' || !ALLOWED_HOSTS.includes(url.host)) return undefined;
  const match = PAGE.exec(url.pathname);
  const [api, slug] = [APIS.find((known) => known === match?.[2]), match?.[3]];
  if (!match || api === undefined || slug === undefined) return undefined;
  const path = /\.mdx?$/.test(url.pathname) ? url.pathname : `${url.pathname}.md`;
  return { api, slug, language: match[1] ?? match[4] ?? 'en', path, url: url.origin + path };
}
