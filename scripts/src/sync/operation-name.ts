import { SpecError } from '../spec-error.ts';
import type { Page } from './read-pages.ts';

/** A short name for a new operation, fit for a file: of its operationId without the controller, or else of its page. */
export function operationName(page: Page, taken: ReadonlySet<string>): string {
  const own = page.operationId?.replace(/^\w*Controller_/, '');
  const slug = page.slug.replace(/[^A-Za-z0-9]+(\w?)/g, (_, next: string) => next.toUpperCase());
  const candidates = [own, slug, `${page.api}${slug.charAt(0).toUpperCase()}${slug.slice(1)}`];
  const name = candidates.find((candidate) => candidate && !taken.has(candidate) && !(candidate in Object.prototype));
  if (name === undefined) throw new SpecError(`${page.url}: no name is free for ${page.operation}`);
  return name;
}
