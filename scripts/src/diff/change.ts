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

/** What is known of a change beyond its rule and its place. */
interface ChangeValues {
  before?: unknown;
  after?: unknown;
  /** Where it differs from what the rule says. */
  typed?: boolean;
  /** A better name of the place than its pointer gives. */
  name?: string;
}

/** Takes down one change at a place. */
export type Report = (rule: RuleId, at: readonly string[], values?: ChangeValues) => void;

/** A report that makes changes of one direction and one operation. */
export function reporter(changes: Change[], direction: Direction, operation?: string): Report {
  return (rule, at, { before, after, typed, name } = {}) => {
    const { level, says } = RULES[rule];
    changes.push({
      rule,
      level,
      direction,
      pointer: `#${at.map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`,
      operations: operation === undefined ? [] : [operation],
      message: printable(`${name === undefined ? labelOf(at) : `\`${plain(name)}\``} ${says}${detail(before, after)}`),
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

/** A short name of a place: `TaskStatusDto.status`, `GET /suno/v2/status`, `200.taskId` within an operation. */
function labelOf(at: readonly string[]): string {
  const [first, path = '', method = '', ...inside] = at;
  const within = first === 'paths' && method !== '' ? inside : at;
  if (first === 'paths' && within.length === 0) return `\`${plain(`${method.toUpperCase()} ${path}`)}\``;
  const names = within.filter((segment, index) => !STRUCTURE.has(segment) || within[index - 1] === 'properties');
  return `\`${plain(names.join('.') || (within.at(-1) ?? 'the document'))}\``;
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
