import { parseDocument, stringify } from 'yaml';
import { SpecError } from '../errors.ts';
import { isRecord, type JsonObject } from './document.ts';

/** No real fragment is nested this deep. The limit keeps a crafted one from exhausting the stack. */
const MAX_DEPTH = 64;

/**
 * Reads untrusted YAML, and returns plain JSON data. It refuses aliases, duplicate keys, tags, `__proto__` and
 * nesting beyond 64 levels. A file of the caller's own may have up to `maxAliases` aliases.
 */
export function parseYaml(text: string, from: string, maxAliases = 0): JsonObject {
  const document = parseDocument(text, { schema: 'core', uniqueKeys: true, merge: false, strict: true, stringKeys: true });
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem) throw new SpecError(`${from}: not plain YAML: ${firstLine(problem.message)}`);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: maxAliases });
  } catch (cause) {
    throw new SpecError(`${from}: YAML aliases are refused: ${firstLine(cause instanceof Error ? cause.message : '')}`);
  }
  if (!isRecord(value)) throw new SpecError(`${from}: a YAML mapping was expected`);
  refuseUnusualValues(value, from, 0);
  return value;
}

/** Writes a document in the one form that all generated YAML of the repository has. */
export function writeYaml(value: unknown): string {
  return stringify(value, { lineWidth: 120, aliasDuplicateObjects: false, singleQuote: true, compat: 'yaml-1.1' });
}

function refuseUnusualValues(value: unknown, from: string, depth: number): void {
  if (depth > MAX_DEPTH) throw new SpecError(`${from}: nested deeper than ${MAX_DEPTH} levels`);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new SpecError(`${from}: a number that is not finite`);
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype)
    throw new SpecError(`${from}: not plain YAML: a tagged value`);
  for (const [key, member] of Object.entries(value)) {
    if (key === '__proto__') throw new SpecError(`${from}: the key __proto__ is refused`);
    refuseUnusualValues(member, from, depth + 1);
  }
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? '';
}
