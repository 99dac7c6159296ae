import type { Change } from '../diff/change.ts';
import { LEVELS, type Level, largest } from '../diff/level.ts';
import { markdownText, printable } from '../document/printable.ts';
import { changelogLines } from './changelog-lines.ts';
import { withoutStamp } from './stamp.ts';

const HEADING = '### How to migrate';
/** Stands under the heading until a person has written what a caller has to do. */
const UNWRITTEN = '(to be written: what a caller has to change, line by line of "Breaking")';

export interface ChangesetParts {
  /** The packages that are released, each with its bump. */
  packages: ReadonlyMap<string, Level>;
  changes: readonly Change[];
  /** What the types show, for a break that no rule sees. */
  findings?: readonly string[];
  bump: Level;
  /** Which contracts were compared; undefined while there is more to find out about them. */
  stamp: string | undefined;
  /** The text of the changeset as it lies. */
  existing: string | undefined;
}

/** The text of `.changeset/spec-update.md`. What a person has written under "How to migrate" stays. */
export function changesetText({ packages, changes, findings = [], bump, stamp, existing = '' }: ChangesetParts): string {
  const front = [...packages].map(([name, level]) => `'${name}': ${level}`);
  const lines = changelogLines(changes);
  // Where no rule sees the break, the types do.
  const groups = bump === 'major' ? new Map([['Breaking', findings.map(typesLine)], ...lines]) : lines;
  const sections = [...groups].map(([group, list]) => `### ${group}\n\n${list.map((line) => `- ${line}`).join('\n')}\n`);
  const howTo = bump === 'major' ? [`${HEADING}\n\n${migration(existing, groups.get('Breaking') ?? [])}\n`] : [];
  const body = [...sections, ...howTo, ...(stamp ? [`${stamp}\n`] : [])].join('\n');
  return ['---', ...front, '---', '', 'Follow what the API publishes.', '', body].join('\n');
}

function typesLine(finding: string): string {
  return `The types: ${markdownText(printable(finding))}`;
}

/** What was written for the existing changeset, and a request for the rest where more has become breaking since. */
function migration(existing: string, breaking: readonly string[]): string {
  const written = migrationIn(existing);
  const isNew = breaking.some((line) => !existing.includes(`- ${line}\n`));
  return isNew && !written.includes(UNWRITTEN) ? `${written}\n\n${UNWRITTEN}`.trimStart() : written;
}

/** What stands under "How to migrate". */
function migrationIn(text: string): string {
  return withoutStamp(text).split(`${HEADING}\n`)[1]?.trim() || UNWRITTEN;
}

/** The largest bump that a changeset announces. */
export function announcedBump(text: string): Level {
  const [, front = ''] = text.split(/^---$/m);
  return largest(LEVELS.filter((level) => new RegExp(`: ${level}\\s*$`, 'm').test(front)));
}

/** Why a changeset cannot be released as it is, if so. */
export function changesetProblem(text: string): string | undefined {
  return announcedBump(text) === 'major' && migrationIn(text).includes(UNWRITTEN)
    ? '.changeset/spec-update.md announces a major: write "How to migrate" first'
    : undefined;
}
