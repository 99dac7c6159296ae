import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import git from '@changesets/cli/changelog';
import { APIS, type Layout, layoutOf } from '../layout.ts';
import { withoutStamp } from './stamp.ts';

/** Makes today's contract, and the type tests that it passes, the base of the next diff. */
export function rememberRelease(layout: Layout = layoutOf()): void {
  mkdirSync(dirname(layout.releasedTypeTests), { recursive: true });
  for (const api of APIS) copyFileSync(layout.document(api), layout.released(api));
  copyFileSync(layout.typeTests, layout.releasedTypeTests);
}

/** `changeset version` asks for the lines of each changeset here. When it consumes the one of the spec, the contract is released. */
export const getReleaseLine: typeof git.getReleaseLine = (changeset, type, options) => {
  if (changeset.id === 'spec-update') rememberRelease();
  return git.getReleaseLine({ ...changeset, summary: withoutStamp(changeset.summary) }, type, options);
};

export const getDependencyReleaseLine: typeof git.getDependencyReleaseLine = git.getDependencyReleaseLine;
