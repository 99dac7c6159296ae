import { SpecError } from '../errors.ts';
import { isRecord, type JsonObject, objectAt, operationsOf } from './document.ts';
import { sameMeaning } from './same-meaning.ts';
import type { Fragment } from './upstream.ts';
import { writeYaml } from './yaml.ts';

interface Owned {
  value: unknown;
  owner: Fragment;
}

/**
 * Merges the fragments of one API into one document. Paths and components are sorted by name; everything inside them stays as it
 * came. A published definition wins over a transcribed one. Two published ones that differ in meaning are an error, except for the
 * schemas in `decided`, which an overlay amends as a whole: of those the first one counts.
 */
export function mergeFragments(fragments: readonly Fragment[], decided: ReadonlySet<string> = new Set()): JsonObject {
  const ordered = fragments.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
  const first = ordered[0];
  if (first === undefined) throw new SpecError('no fragment to assemble');
  const paths = new Map<string, Map<string, Owned>>();
  const components = new Map<string, Map<string, Owned>>();
  for (const fragment of ordered) {
    for (const { path, method, operation } of operationsOf(fragment.document)) {
      const { parameters } = objectAt(objectAt(fragment.document, 'paths'), path);
      addOperation(paths, path, method, withParameters(operation, parameters), fragment);
    }
    for (const [section, members] of Object.entries(objectAt(fragment.document, 'components')))
      for (const [name, value] of Object.entries(isRecord(members) ? members : {}))
        addComponent(components, section, name, value, fragment, decided);
  }
  return {
    openapi: first.document.openapi,
    info: first.document.info,
    servers: unique(ordered, 'servers', 'url'),
    security: first.document.security ?? [],
    tags: unique(ordered, 'tags', 'name'),
    paths: sorted(paths),
    components: sorted(components),
  };
}

function rank(fragment: Fragment): number {
  return fragment.evidence === 'published' ? 0 : 1;
}

/** An operation with the parameters of its path. Where both have a parameter, the one of the operation counts. */
function withParameters(operation: JsonObject, shared: unknown): JsonObject {
  if (!Array.isArray(shared)) return operation;
  const own = Array.isArray(operation.parameters) ? operation.parameters : [];
  const keyOf = (parameter: unknown): string =>
    isRecord(parameter) ? `${parameter.$ref ?? `${parameter.in} ${parameter.name}`}` : '';
  const keys = own.map(keyOf);
  return { ...operation, parameters: [...shared.filter((parameter) => !keys.includes(keyOf(parameter))), ...own] };
}

function addOperation(
  paths: Map<string, Map<string, Owned>>,
  path: string,
  method: string,
  value: unknown,
  owner: Fragment,
): void {
  const item = memberOf(paths, path);
  const other = item.get(method);
  if (other)
    throw new SpecError(`${method.toUpperCase()} ${path} stands in two fragments: ${other.owner.name} and ${owner.name}`);
  item.set(method, { value, owner });
}

function addComponent(
  components: Map<string, Map<string, Owned>>,
  section: string,
  name: string,
  value: unknown,
  owner: Fragment,
  decided: ReadonlySet<string>,
): void {
  const members = memberOf(components, section);
  const other = members.get(name);
  if (other === undefined) members.set(name, { value, owner });
  else if (owner.evidence === other.owner.evidence && !decided.has(name) && !sameMeaning(other.value, value))
    throw conflict(section, name, other, { value, owner });
}

function conflict(section: string, name: string, left: Owned, right: Owned): SpecError {
  const show = ({ value, owner }: Owned): string => `# upstream/${owner.name}.yaml\n${writeYaml(value)}`;
  return new SpecError(
    `components/${section}/${name} has two meanings. Decide it by an overlay on one of the two fragments, or on the schema itself.\n${show(left)}\n${show(right)}`,
  );
}

function memberOf<Value>(map: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const member = map.get(key) ?? new Map<string, Value>();
  map.set(key, member);
  return member;
}

function sorted(map: ReadonlyMap<string, ReadonlyMap<string, Owned>>): JsonObject {
  const byKey = <Value>(entries: Iterable<[string, Value]>): [string, Value][] =>
    [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    byKey(map.entries()).map(([key, members]) => [
      key,
      Object.fromEntries(byKey(members.entries()).map(([name, { value }]) => [name, value])),
    ]),
  );
}

/** The entries of a top-level list, each key once, in the order in which they first appear. */
function unique(fragments: readonly Fragment[], list: string, key: string): unknown[] {
  const seen = new Map<unknown, unknown>();
  for (const { document } of fragments)
    for (const entry of Array.isArray(document[list]) ? document[list] : [])
      if (isRecord(entry) && !seen.has(entry[key])) seen.set(entry[key], entry);
  return [...seen.values()];
}
