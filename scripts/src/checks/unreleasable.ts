import { readText } from '../document/text.ts';
import type { Layout } from '../layout.ts';
import { changesetProblem } from '../release/changeset-text.ts';

/** What has to be done before the pending change of the contract can be released, if anything. */
export function unreleasable(layout: Layout): string[] {
  const problem = changesetProblem(readText(layout.changeset) ?? '');
  return problem ? [problem] : [];
}
