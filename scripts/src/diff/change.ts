import { pointerTo } from '../contract/document.ts';
import { printable } from '../printable.ts';
import { type Level, largest } from './level.ts';
import { RULES, type RuleId } from './rules.ts';

export type Direction = 'request' | 'response' | 'both';

/** One difference between two contracts. */
export interface Change {
  rule: RuleId;
  level: Level;
  direction: Direction;
  /** Where it is: a pointer into the new document, or into the old one for what is gone. */
  pointer: string;
  /** The operations that it affects, as `POST /path`. Empty for a change of the document as a whole. */
  operations: readonly string[];
  message: string;
  /** Whether the generated types show it. */
  typed: boolean;
  before?: unknown;
  after?: unknown;
}

/** Details of a change beyond its rule and its place. */
interface ChangeValues {
  before?: unknown;
  after?: unknown;
  /** Whether the generated types show it, where that differs from the rule. */
  typed?: boolean;
  /** A better name for the place than its pointer gives. */
  name?: string;
}

/** Records one change at a place. */
export type Report = (rule: RuleId, at: readonly string[], values?: ChangeValues) => void;

/** A function that records changes of one direction and one operation. */
export function reporter(changes: Change[], direction: Direction, operation?: string): Report {
  return (rule, at, { before, after, typed, name } = {}) => {
    const { level, says } = RULES[rule];
    changes.push({
      rule,
      level,
      direction,
      pointer: pointerTo(...at),
      operations: operation === undefined ? [] : [operation],
      message: printable(`${name === undefined ? labelOf(at) : `\`${plain(name)}\``} ${says}${detail(before, after)}`),
      typed: typed ?? RULES[rule].typed,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    });
  };
}

/** Joins the changes that several operations share: each becomes one change that lists them all. */
export function mergeChanges(changes: readonly Change[]): Change[] {
  const merged = new Map<string, Change>();
  for (const change of changes) {
    const key = JSON.stringify([change.rule, change.direction, change.pointer, change.before, change.after]);
    const known = merged.get(key);
    merged.set(key, known ? { ...known, operations: [...new Set([...known.operations, ...change.operations])] } : change);
  }
  return [...merged.values()];
}

/** The largest level among some changes. */
export function levelOf(changes: readonly Change[]): Level {
  return largest(changes.map(({ level }) => level));
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

/** The text without backticks, which would end our own code marks. */
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
