import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOME } from '../sync/page-index.ts';
import { folderSite, type Site } from '../sync/site.ts';
import { type WebSiteOptions, webSite } from '../sync/web-site.ts';

/** The site that `--from` means: an https address, a `file://` address or a folder, which is relative to where npm was called. */
export function siteFrom(
  from: string | undefined,
  options: WebSiteOptions = {},
  cwd: string = process.env.INIT_CWD ?? process.cwd(),
): Site {
  if (from === undefined) return webSite(HOME, options);
  if (/^file:/i.test(from)) return folderSite(fileURLToPath(from));
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(from)) return webSite(from, options);
  const folder = resolve(cwd, from);
  return folderSite(existsSync(folder) ? folder : resolve(from));
}
