import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRecord } from '../contract/document.ts';
import { SpecError } from '../errors.ts';
import { readText, writeText } from '../files.ts';
import { ALLOWED_HOSTS } from './page-index.ts';
import { MAX_PAGE_BYTES, type Site } from './site.ts';

/** Pages as they were last read, each with the ETag that shows whether it has changed. */
export interface PageCache {
  get: (url: string) => { etag: string; text: string } | undefined;
  set: (url: string, page: { etag: string; text: string }) => void;
}

export interface WebSiteOptions {
  fetch?: typeof fetch;
  cache?: PageCache;
  /** How to wait between attempts. */
  sleep?: (ms: number) => Promise<unknown>;
}

const ATTEMPTS = 4;
const TIMEOUT_MS = 20_000;
const MAX_REDIRECTS = 3;

/** The site at an https address of an allowed host. A failed read is tried again; a redirect has to stay on allowed hosts. */
export function webSite(base: string, options: WebSiteOptions = {}): Site {
  const { origin } = allowed(base);
  return { read: (path) => withRetries(() => readPage(new URL(path, origin), options), options.sleep ?? sleep) };
}

/** The address as a URL. One that is not on an allowed host is an error. */
function allowed(address: string, from?: URL): URL {
  const url = URL.parse(address, from);
  if (url === null) throw new SpecError(`${address} is not an address`);
  if (url.protocol !== 'https:' || !ALLOWED_HOSTS.includes(url.host))
    throw new SpecError(`${url.href}: only ${ALLOWED_HOSTS.join(' and ')} are read, over https`);
  return url;
}

/** A failure after which another attempt may succeed. */
class TransientError extends Error {}

async function withRetries<Value>(attempt: () => Promise<Value>, wait: (ms: number) => Promise<unknown>): Promise<Value> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (cause) {
      if (!(cause instanceof TransientError)) throw cause;
      if (tried === ATTEMPTS) throw new SpecError(`${cause.message}, ${ATTEMPTS} times`);
    }
    await wait(500 * 2 ** tried);
  }
}

async function readPage(url: URL, options: WebSiteOptions, redirects = 0): Promise<string | undefined> {
  const known = options.cache?.get(url.href);
  const response = await (options.fetch ?? fetch)(url, {
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: { accept: 'text/markdown, text/plain', ...(known ? { 'if-none-match': known.etag } : {}) },
  }).catch((cause: unknown): never => {
    throw new TransientError(`${url.href} could not be read (${reasonOf(cause)})`);
  });
  if (response.status === 304 && known) return known.text;
  if (response.status === 404 || response.status === 410) return undefined;
  if (response.status >= 300 && response.status < 400) {
    if (redirects === MAX_REDIRECTS) throw new SpecError(`${url.href}: too many redirects`);
    return readPage(allowed(response.headers.get('location') ?? '', url), options, redirects + 1);
  }
  if (response.status === 429 || response.status >= 500) throw new TransientError(`${url.href} answered ${response.status}`);
  if (!response.ok) throw new SpecError(`${url.href} answered ${response.status}`);
  const text = await boundedText(response, url);
  const etag = response.headers.get('etag');
  if (etag) options.cache?.set(url.href, { etag, text });
  return text;
}

/** Why a fetch failed: its error keeps the reason in its cause. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'no reason given';
  return (cause.cause instanceof Error && cause.cause.message) || cause.message;
}

async function boundedText(response: Response, url: URL): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of response.body ?? []) {
      size += part.byteLength;
      if (size > MAX_PAGE_BYTES) throw new SpecError(`${url.pathname}: larger than ${MAX_PAGE_BYTES} bytes`);
      parts.push(part);
    }
  } catch (cause) {
    if (cause instanceof SpecError) throw cause;
    throw new TransientError(`${url.href} broke off`);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** A page cache in a file that git ignores. A file that cannot be read counts as an empty cache. */
export function filePageCache(root: string): PageCache & { save: () => void } {
  const file = join(root, 'node_modules/.cache/mountsea-suno/pages.json');
  const pages = new Map(Object.entries(parsed(readText(file))));
  let changed = false;
  return {
    get: (url) => {
      const page = pages.get(url);
      return isRecord(page) && typeof page.etag === 'string' && typeof page.text === 'string'
        ? { etag: page.etag, text: page.text }
        : undefined;
    },
    set: (url, page) => {
      pages.set(url, page);
      changed = true;
    },
    save: () => {
      if (changed) writeText(file, JSON.stringify(Object.fromEntries(pages)));
    },
  };
}

function parsed(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
