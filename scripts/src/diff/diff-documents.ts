import { isDeepStrictEqual } from 'node:util';
import { isRecord, type JsonObject, type LocatedOperation, METHODS, objectAt, operationsOf } from '../contract/document.ts';
import { adoptNames } from './adopt-names.ts';
import { type Change, mergeChanges, type Report, reporter } from './change.ts';
import { diffUnknownKeys } from './diff-annotations.ts';
import { diffComponents } from './diff-components.ts';
import { diffOperation } from './diff-operation.ts';
import { RULES } from './rules.ts';

const KNOWN: ReadonlySet<string> = new Set([
  'openapi',
  'info',
  'tags',
  'servers',
  'security',
  'paths',
  'components',
  'externalDocs',
]);

/** Every difference between two assembled documents, the largest level first. Both documents have to be valid. */
export function diffDocuments(old: JsonObject, head: JsonObject): Change[] {
  const changes: Change[] = [];
  const report = reporter(changes, 'both');
  const { document: base, adopted } = adoptNames(old, head);
  for (const { at, before, after } of adopted) report('name-adopted', at, { before, after });
  diffTop(base, head, report);
  const [before, after] = [byName(base), byName(head)];
  for (const [name, { path, method }] of before)
    if (!after.has(name)) reporter(changes, 'both', name)('operation-removed', ['paths', path, method]);
  for (const [name, located] of after) {
    const known = before.get(name);
    if (known === undefined) reporter(changes, 'both', name)('operation-added', ['paths', located.path, located.method]);
    else changes.push(...diffOperation({ base, head }, known, located));
  }
  changes.push(...diffComponents(base, head));
  return mergeChanges(changes).sort((a, b) => order(a) - order(b));
}

const ORDER = ['major', 'minor', 'patch', 'none'];

function order({ rule }: Change): number {
  return ORDER.indexOf(RULES[rule].level);
}

function byName(document: JsonObject): Map<string, LocatedOperation> {
  return new Map(operationsOf(document).map((located) => [`${located.method.toUpperCase()} ${located.path}`, located]));
}

function diffTop(base: JsonObject, head: JsonObject, report: Report): void {
  if (!isDeepStrictEqual(base.info, head.info)) report('info-changed', ['info'], { before: base.info, after: head.info });
  for (const key of ['tags', 'externalDocs'])
    if (!isDeepStrictEqual(base[key], head[key])) report('tags-changed', [key], { before: base[key], after: head[key] });
  if (!isDeepStrictEqual(base.security ?? [], head.security ?? []))
    report('default-security-changed', ['security'], { before: base.security, after: head.security });
  const [before, after] = [serversOf(base), serversOf(head)];
  for (const url of before) if (!after.includes(url)) report('server-removed', ['servers'], { before: url });
  for (const url of after) if (!before.includes(url)) report('server-added', ['servers'], { after: url });
  diffUnknownKeys(base, head, KNOWN, [], report);
  diffPathItems(base, head, report);
}

function serversOf({ servers }: JsonObject): unknown[] {
  return Array.isArray(servers) ? servers.map((server) => (isRecord(server) ? server.url : server)) : [];
}

/** Compares what stands beside the methods of a path. Pages of the known form have nothing there. */
function diffPathItems(base: JsonObject, head: JsonObject, report: Report): void {
  const [before, after] = [objectAt(base, 'paths'), objectAt(head, 'paths')];
  const methods: ReadonlySet<string> = new Set(METHODS);
  for (const [path, item] of Object.entries(before))
    diffUnknownKeys(item as JsonObject, objectAt(after, path), methods, ['paths', path], report);
}
