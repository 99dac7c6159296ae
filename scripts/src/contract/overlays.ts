import { join } from 'node:path';
import { exec } from 'jsonpath-rfc9535';
import { SpecError } from '../errors.ts';
import { readText, yamlFiles } from '../files.ts';
import { APIS, type Layout } from '../layout.ts';
import { isRecord, type JsonObject } from './document.ts';
import { ENGLISH } from './marks.ts';
import type { Sources } from './sources.ts';
import { parseYaml } from './yaml.ts';

/** An OpenAPI Overlay 1.0 document: what is known beyond a page. */
export interface Overlay {
  /** The name of its file, for messages. */
  file: string;
  /** The document that it amends, relative to `openapi/`: `suno.yaml`, or a fragment such as `upstream/generate.yaml`. */
  extends: string;
  actions: readonly OverlayAction[];
}

interface OverlayAction {
  target: string;
  description: string;
  update?: unknown;
  remove?: boolean;
}

/** The overlays, in the order of their names. One that extends an unknown document is an error. */
export function loadOverlays(layout: Layout, sources: Sources): Overlay[] {
  const known = [...APIS.map((api) => `${api}.yaml`), ...Object.keys(sources.operations).map((name) => `upstream/${name}.yaml`)];
  return yamlFiles(layout.overlays).map((file) => {
    const overlay = overlayFrom(parseYaml(readText(join(layout.overlays, file)) ?? '', `openapi/overlays/${file}`), file);
    if (!known.includes(overlay.extends)) throw new SpecError(`overlays/${file}: ${overlay.extends}, which it extends, is gone`);
    return overlay;
  });
}

/** Checks the form of an overlay. Each action has to give its reason. */
export function overlayFrom(document: JsonObject, file: string): Overlay {
  const fail = (what: string): never => {
    throw new SpecError(`overlays/${file}: ${what}`);
  };
  if (typeof document.overlay !== 'string' || !document.overlay.startsWith('1.0.')) fail('`overlay: 1.0.0` is missing');
  if (typeof document.extends !== 'string') return fail('`extends` has to name the document that it amends');
  if (!Array.isArray(document.actions) || document.actions.length === 0) return fail('it has no actions');
  const actions = document.actions.map((action: unknown): OverlayAction => {
    if (!isRecord(action) || typeof action.target !== 'string') return fail('an action without a target');
    if (typeof action.description !== 'string' || action.description.trim() === '')
      return fail(`${action.target}: no reason is given`);
    return { target: action.target, description: action.description, update: action.update, remove: action.remove === true };
  });
  return { file, extends: document.extends.replace(/^(\.\.?\/)+/, ''), actions };
}

/** The component schemas that overlays have as their targets, each as a whole. */
export function targetedSchemas(overlays: readonly Overlay[]): ReadonlySet<string> {
  const targets = overlays.flatMap(({ actions }) => actions.map(({ target }) => target));
  return new Set(
    targets.flatMap((target) => /^\$\.components\.schemas(?:\.|\[['"])([\w.-]+?)(?:['"]\])?$/.exec(target)?.[1] ?? []),
  );
}

/**
 * Applies the actions in order, to a copy. An action whose target is gone is an error, because what we knew may be wrong by now.
 * An action that brings only descriptions is left out instead: a description of a field that is gone does no harm.
 */
export function applyOverlay(document: JsonObject, overlay: Overlay): JsonObject {
  const copy = structuredClone(document);
  for (const action of overlay.actions) {
    const locations = locationsOf(action.target, copy, overlay);
    if (locations.length === 0 && !isDescriptionOnly(action.update))
      throw new SpecError(`overlays/${overlay.file}: the target ${action.target} is gone from ${overlay.extends}`);
    if (locations.some(({ length }) => length === 0))
      throw new SpecError(`overlays/${overlay.file}: the document as a whole cannot be a target`);
    for (const location of locations.toReversed()) amend(copy, location, action);
  }
  return copy;
}

/** The descriptions that overlays bring and no assembled document shows: their fields are gone, or have published ones by now. */
export function unusedDescriptions(documents: readonly JsonObject[], overlays: readonly Overlay[]): string[] {
  const shown = [...textsIn(documents, 'description')];
  return overlays.flatMap(({ file, actions }) =>
    actions.flatMap(({ target, update }) =>
      [...textsIn(update, ENGLISH)]
        .filter((words) => !shown.some((text) => text.startsWith(words)))
        .map((words) => `overlays/${file}, ${target}: "${words}" is not used any more`),
    ),
  );
}

/** Every text under that key, however deep. */
function* textsIn(node: unknown, wanted: string): Generator<string> {
  if (Array.isArray(node)) for (const item of node) yield* textsIn(item, wanted);
  if (!isRecord(node)) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === wanted && typeof value === 'string') yield value;
    else yield* textsIn(value, wanted);
  }
}

function locationsOf(target: string, document: JsonObject, { file }: Overlay): (string | number)[][] {
  const locations = new Map<string, (string | number)[]>();
  try {
    exec(document as Parameters<typeof exec>[0], target, (_value, path) => {
      locations.set(JSON.stringify(path), path.map(plainKey));
    });
  } catch (cause) {
    throw new SpecError(`overlays/${file}: ${target} is not a JSONPath: ${cause instanceof Error ? cause.message : cause}`);
  }
  return [...locations.values()];
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The library gives keys as a normalized path writes them, with `'`, `\` and control characters escaped. */
function plainKey(key: string | number): string | number {
  if (typeof key === 'number') return key;
  return key.replace(/\\(?:u([0-9a-f]{4})|(.))/g, (_, code: string | undefined, character = '') =>
    code === undefined ? (ESCAPES[character] ?? character) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function amend(document: JsonObject, location: readonly (string | number)[], action: OverlayAction): void {
  const key = location.at(-1) ?? '';
  let parent: unknown = document;
  for (const segment of location.slice(0, -1)) parent = (parent as JsonObject)[segment];
  if (action.remove) remove(parent, key);
  else (parent as JsonObject)[key] = merge((parent as JsonObject)[key], action.update);
}

function remove(parent: unknown, key: string | number): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete (parent as JsonObject)[key];
}

/**
 * Merges by the rules of Overlay 1.0: objects member by member, an array gets the update at its end, anything else is replaced. The
 * description of a field that the document does not have is left out, so that it does not make a field.
 */
function merge(target: unknown, update: unknown): unknown {
  if (Array.isArray(target)) return [...target, ...(Array.isArray(update) ? update : [update])];
  if (!isRecord(target) || !isRecord(update)) return update;
  const merged: JsonObject = { ...target };
  for (const [key, value] of Object.entries(update)) {
    if (Object.hasOwn(merged, key)) merged[key] = merge(merged[key], value);
    else if (!isDescriptionOnly(value)) merged[key] = value;
  }
  return merged;
}

/** Whether an update holds descriptions in English, for fields and what is inside them, and nothing else. */
function isDescriptionOnly(update: unknown): boolean {
  if (!isRecord(update)) return false;
  const members = Object.entries(update);
  return (
    members.length > 0 &&
    members.every(([key, value]) => (key === ENGLISH ? typeof value === 'string' : isDescriptionOnly(value)))
  );
}
