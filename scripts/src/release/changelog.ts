import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import git from '@changesets/cli/changelog';
import { readDocuments, readReleased } from '../assemble/assemble-all.ts';
import { diffDocuments } from '../diff/diff-documents.ts';
import { APIS, type Layout, layoutOf } from '../layout.ts';
import { withoutStamp } from './stamp.ts';

/** Makes today's contract, and the type tests that it passes, the base of the next diff. */
export function rememberRelease(layout: Layout): void {
  mkdirSync(dirname(layout.releasedTypeTests), { recursive: true });
  for (const api of APIS) copyFileSync(layout.document(api), layout.released(api));
  copyFileSync(layout.typeTests, layout.releasedTypeTests);
}

/**
 * What the release of one changeset means for the contract. The one of the spec releases it. Any other does where no caller can
 * tell the difference: what is known beyond that, such as a name of ours that turned out to be the published one, counts from then on.
 */
export function releaseWith(changeset: string, layout: Layout): void {
  const [before, after] = [readReleased(layout), readDocuments(layout)];
  if (changeset === 'spec-update' || APIS.every((api) => diffDocuments(before[api], after[api]).length === 0))
    rememberRelease(layout);
}

/** `changeset version` asks for the lines of each changeset here. */
export const getReleaseLine: typeof git.getReleaseLine = (changeset, type, options) => {
  releaseWith(changeset.id, layoutOf());
  return git.getReleaseLine({ ...changeset, summary: withoutStamp(changeset.summary) }, type, options);
};

export const getDependencyReleaseLine: typeof git.getDependencyReleaseLine = git.getDependencyReleaseLine;
