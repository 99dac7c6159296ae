import type { Change } from '../diff/change.ts';
import { LEVELS, type Level, largest } from '../diff/level.ts';
import { changelogLines } from './changelog-lines.ts';
import { withoutStamp } from './stamp.ts';

const HEADING = '### How to migrate';
/** Stands under the heading until a person has written what a caller has to do. */
const UNWRITTEN = '(to be written: what a caller has to change, line by line of "Breaking")';

export interface ChangesetParts {
  /** The packages that are released, each with its bump. */
  packages: ReadonlyMap<string, Level>;
  changes: readonly Change[];
  bump: Level;
  /** Which contracts were compared; undefined while there is more to find out about them. */
  stamp: string | undefined;
  /** The text of the changeset as it lies. */
  existing: string | undefined;
}

/** The text of `.changeset/spec-update.md`. What a person has written under "How to migrate" stays. */
export function changesetText({ packages, changes, bump, stamp, existing = '' }: ChangesetParts): string {
  const front = [...packages].map(([name, level]) => `'${name}': ${level}`);
  const sections = [...changelogLines(changes)].map(
    ([group, lines]) => `### ${group}\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`,
  );
  const migration = bump === 'major' ? [`${HEADING}\n\n${migrationIn(existing) ?? UNWRITTEN}\n`] : [];
  const body = [...sections, ...migration, ...(stamp ? [`${stamp}\n`] : [])].join('\n');
  return ['---', ...front, '---', '', 'Follow what the API publishes.', '', body].join('\n');
}

/** What a person has written under "How to migrate", if anything. */
function migrationIn(text: string): string | undefined {
  const written = withoutStamp(text).split(`${HEADING}\n`)[1]?.trim();
  return written === undefined || written === '' || written === UNWRITTEN ? undefined : written;
}

/** The largest bump that a changeset announces. */
export function announcedBump(text: string): Level {
  const [, front = ''] = text.split(/^---$/m);
  return largest(LEVELS.filter((level) => new RegExp(`: ${level}\\s*$`, 'm').test(front)));
}

/** Why a changeset cannot be released as it is, if so. */
export function changesetProblem(text: string): string | undefined {
  return announcedBump(text) === 'major' && migrationIn(text) === undefined
    ? '.changeset/spec-update.md announces a major: write "How to migrate" first'
    : undefined;
}
