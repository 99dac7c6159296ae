import type { Documents } from '../contract/documents.ts';
import type { Change } from '../diff/change.ts';
import { diffDocuments } from '../diff/diff-documents.ts';
import { LEVELS, type Level, largest } from '../diff/level.ts';
import { whereOf } from '../diff/present.ts';
import { sha256 } from '../files.ts';
import { APIS } from '../layout.ts';
import { markdownText, printable } from '../printable.ts';

const HEADING = '### How to migrate';
/** The text under the heading until a person has written what a caller has to do. */
const UNWRITTEN = '(to be written: what a caller has to change, line by line of "Breaking")';

export interface ChangesetParts {
  /** The packages that are released, each with its bump. */
  packages: ReadonlyMap<string, Level>;
  changes: readonly Change[];
  /** What the types show, to explain a breaking change that no rule covers. */
  findings?: readonly string[];
  bump: Level;
  /** A line that names the compared contracts; undefined while there is work left on them. */
  stamp: string | undefined;
  /** The text of the changeset as it is on disk. */
  existing: string | undefined;
}

/** The text of `.changeset/spec-update.md`. What a person wrote under "How to migrate" stays. */
export function changesetText({ packages, changes, findings = [], bump, stamp, existing = '' }: ChangesetParts): string {
  const front = [...packages].map(([name, level]) => `'${name}': ${level}`);
  const lines = changelogLines(changes);
  // When no rule covers the breaking change, the types show it.
  const groups = bump === 'major' ? new Map([['Breaking', findings.map(typesLine)], ...lines]) : lines;
  const sections = [...groups].map(([group, list]) => `### ${group}\n\n${list.map((line) => `- ${line}`).join('\n')}\n`);
  const howTo = bump === 'major' ? [`${HEADING}\n\n${migration(existing, groups.get('Breaking') ?? [])}\n`] : [];
  const body = [...sections, ...howTo, ...(stamp ? [`${stamp}\n`] : [])].join('\n');
  return ['---', ...front, '---', '', 'Follow what the API publishes.', '', body].join('\n');
}

function typesLine(finding: string): string {
  return `The types: ${markdownText(printable(finding))}`;
}

/** What a person wrote in the existing changeset, and a request for more when there are more breaking changes since. */
function migration(existing: string, breaking: readonly string[]): string {
  const written = migrationIn(existing);
  const isNew = breaking.some((line) => !existing.includes(`- ${line}\n`));
  return isNew && !written.includes(UNWRITTEN) ? `${written}\n\n${UNWRITTEN}`.trimStart() : written;
}

/** The text under "How to migrate". */
function migrationIn(text: string): string {
  return withoutStamp(text).split(`${HEADING}\n`)[1]?.trim() || UNWRITTEN;
}

/** The largest bump that a changeset announces. */
export function announcedBump(text: string): Level {
  const [, front = ''] = text.split(/^---$/m);
  return largest(LEVELS.filter((level) => new RegExp(`: ${level}\\s*$`, 'm').test(front)));
}

/** Why a changeset cannot be released as it is; undefined when it can. */
export function changesetProblem(text: string): string | undefined {
  return announcedBump(text) === 'major' && migrationIn(text).includes(UNWRITTEN)
    ? '.changeset/spec-update.md announces a major: write "How to migrate" first'
    : undefined;
}

/** What has changed since the release. A new operation says so while the client has no method for it. */
export function changesSince(released: Documents, documents: Documents, unnamed: readonly string[]): Change[] {
  return APIS.flatMap((api) => diffDocuments(released[api], documents[api])).map((change) =>
    change.rule === 'operation-added' && change.operations.some((operation) => unnamed.includes(operation))
      ? { ...change, message: `${change.message}; in the client by \`client.raw\`, without a method of its own yet` }
      : change,
  );
}

/** A line that says which contracts a changeset compares, so that a run that finds nothing new can stop early. */
export function stampOf(released: Documents, documents: Documents, unnamed: readonly string[]): string {
  return `<!-- contract ${sha256(JSON.stringify([released, documents, unnamed])).slice(0, 16)} -->`;
}

/** A changeset without its stamp, as a changelog shows it. */
export function withoutStamp(text: string): string {
  return text.replace(/\n*<!-- contract [0-9a-f]+ -->\s*$/, '');
}

const GROUPS = ['Breaking', 'Added', 'Changed', 'Deprecated'] as const;
type Group = (typeof GROUPS)[number];

/** The changes by group, with one line for each operation or set of operations that changed together. */
function changelogLines(changes: readonly Change[]): Map<Group, string[]> {
  const groups = new Map<Group, string[]>();
  for (const group of GROUPS) {
    const members = changes.filter((change) => groupOf(change) === group);
    const byPlace = Map.groupBy(
      members.filter(({ rule }) => rule !== 'annotation-changed'),
      whereOf,
    );
    const lines = [...byPlace].map(([place, list]) => line(place, [...new Set(list.map(({ message }) => message))]));
    const reworded = members.filter(({ rule }) => rule === 'annotation-changed').length;
    if (reworded > 0)
      lines.push(
        `Descriptions and examples: ${reworded === 1 ? 'one place is' : `${reworded} places are`} worded in another way`,
      );
    if (lines.length > 0) groups.set(group, lines.map(markdownText));
  }
  return groups;
}

/** What changed at a place. The place is not repeated when the message begins with it. */
function line(place: string, messages: readonly string[]): string {
  const text = messages.join('; ');
  return text.startsWith(`\`${place}\``) ? text : `${place || 'The contract'}: ${text}`;
}

function groupOf({ level, rule }: Change): Group {
  if (level === 'major') return 'Breaking';
  if (rule === 'deprecated') return 'Deprecated';
  return level === 'minor' && /-added|-allowed/.test(rule) ? 'Added' : 'Changed';
}
