import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import git from '@changesets/cli/changelog';
import { readDocuments, readReleased } from '../contract/documents.ts';
import { diffDocuments } from '../diff/diff-documents.ts';
import { APIS, type Layout, layoutOf } from '../layout.ts';
import { withoutStamp } from './changeset-text.ts';

/** Makes the contract of today, and the type tests that it passes, the base of the next diff. */
export function rememberRelease(layout: Layout): void {
  mkdirSync(dirname(layout.releasedTypeTests), { recursive: true });
  for (const api of APIS) copyFileSync(layout.document(api), layout.released(api));
  copyFileSync(layout.typeTests, layout.releasedTypeTests);
}

/**
 * Releases the contract along with one changeset. The changeset of the spec always does. Any other does only when no caller can tell
 * the difference, for example when a name of ours turned out to be the published one.
 */
export function releaseWith(changeset: string, layout: Layout): void {
  const [before, after] = [readReleased(layout), readDocuments(layout)];
  if (changeset === 'spec-update' || APIS.every((api) => diffDocuments(before[api], after[api]).length === 0))
    rememberRelease(layout);
}

/** `changeset version` calls this for the lines of each changeset. */
export const getReleaseLine: typeof git.getReleaseLine = (changeset, type, options) => {
  releaseWith(changeset.id, layoutOf());
  return git.getReleaseLine({ ...changeset, summary: withoutStamp(changeset.summary) }, type, options);
};

export const getDependencyReleaseLine: typeof git.getDependencyReleaseLine = git.getDependencyReleaseLine;
