import { isRecord } from './json.ts';

/** How well a transcribed detail is known, by detail. */
export const EVIDENCE = 'x-evidence';
/** An overlay puts this beside a published schema to say: values of that other schema are accepted (or sent) too. */
export const ALSO_ACCEPTS = 'x-also-accepts';
/** Marks the alternative that keeps a server's enum open; the type transform writes it as `string & {}`. */
export const OPEN = 'x-open';

const MARKS: readonly string[] = [EVIDENCE, ALSO_ACCEPTS, OPEN];

/** The same data without marks of ours: whoever publishes a page cannot speak for us. A property of such a name stays. */
export function withoutMarks(node: unknown, names = false): unknown {
  if (Array.isArray(node)) return node.map((item) => withoutMarks(item));
  if (!isRecord(node)) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => names || !MARKS.includes(key))
      .map(([key, member]) => [key, withoutMarks(member, !names && key === 'properties')]),
  );
}
