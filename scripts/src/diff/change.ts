import { printable } from '../document/printable.ts';
import type { Level } from './level.ts';
import { RULES, type RuleId } from './rules.ts';

export type Direction = 'request' | 'response' | 'both';

/** One difference between two contracts. */
export interface Change {
  rule: RuleId;
  level: Level;
  direction: Direction;
  /** Where it is: in the new document, or in the old one for what is gone. */
  pointer: string;
  /** The operations that it touches, as `POST /path`; empty for what concerns the document. */
  operations: readonly string[];
  message: string;
  /** Whether the generated types show it. */
  typed: boolean;
  before?: unknown;
  after?: unknown;
}

/** Takes down one change at a place. */
export type Report = (
  rule: RuleId,
  at: readonly string[],
  values?: { before?: unknown; after?: unknown; typed?: boolean },
) => void;

/** A report that makes changes of one direction and one operation. */
export function reporter(changes: Change[], direction: Direction, operation?: string): Report {
  return (rule, at, { before, after, typed } = {}) => {
    const { level, says } = RULES[rule];
    changes.push({
      rule,
      level,
      direction,
      pointer: `#${at.map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`,
      operations: operation === undefined ? [] : [operation],
      message: printable(`${labelOf(at)} ${says}${detail(before, after)}`),
      typed: typed ?? RULES[rule].typed,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    });
  };
}

/** The same change seen from several operations, as one. */
export function mergeChanges(changes: readonly Change[]): Change[] {
  const merged = new Map<string, Change>();
  for (const change of changes) {
    const key = JSON.stringify([change.rule, change.direction, change.pointer, change.before, change.after]);
    const known = merged.get(key);
    merged.set(key, known ? { ...known, operations: [...new Set([...known.operations, ...change.operations])] } : change);
  }
  return [...merged.values()];
}

const STRUCTURE: ReadonlySet<string> = new Set([
  'components',
  'schemas',
  'properties',
  'content',
  'schema',
  'items',
  'paths',
  'responses',
]);

/** A short name of a place: `TaskStatusDto.status`, `/suno/v2/status.get.200`. */
function labelOf(at: readonly string[]): string {
  const names = at.filter((segment, index) => !STRUCTURE.has(segment) || at[index - 1] === 'properties');
  return `\`${plain(names.join('.')) || 'the document'}\``;
}

/** Without the mark that would end our own code marks. */
function plain(text: string): string {
  return text.replaceAll('`', "'");
}

function detail(before: unknown, after: unknown): string {
  const show = (value: unknown): string =>
    typeof value === 'object' ? (Array.isArray(value) ? value.map(show).join(', ') : JSON.stringify(value)) : String(value);
  const short = (value: unknown): string => printable(plain(show(value)), 80);
  if (before === undefined && after === undefined) return '';
  if (before === undefined) return `: ${short(after)}`;
  if (after === undefined) return `: was ${short(before)}`;
  return `: ${short(before)} → ${short(after)}`;
}
