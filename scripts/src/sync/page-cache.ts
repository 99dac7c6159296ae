import { join } from 'node:path';
import { isRecord } from '../document/json.ts';
import { readText, writeText } from '../document/text.ts';
import type { PageCache } from './web-site.ts';

/** A page cache in a file that git does not keep. A file that cannot be read is an empty cache. */
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
