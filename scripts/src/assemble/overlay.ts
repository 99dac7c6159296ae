import { query } from 'json-p3';
import { isRecord, type JsonObject } from '../document/json.ts';
import { SpecError } from '../spec-error.ts';

/** An OpenAPI Overlay 1.0 document: what is known beyond a page. */
export interface Overlay {
  /** File name, for messages. */
  file: string;
  /** What it amends, relative to `openapi/`: `suno.yaml`, or a fragment such as `upstream/generate.yaml`. */
  extends: string;
  actions: readonly OverlayAction[];
}

interface OverlayAction {
  target: string;
  description: string;
  update?: unknown;
  remove?: boolean;
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

/** The component schemas that overlays name as their targets, as a whole. */
export function targetedSchemas(overlays: readonly Overlay[]): ReadonlySet<string> {
  const targets = overlays.flatMap(({ actions }) => actions.map(({ target }) => target));
  return new Set(
    targets.flatMap((target) => /^\$\.components\.schemas(?:\.|\[['"])([\w.-]+?)(?:['"]\])?$/.exec(target)?.[1] ?? []),
  );
}

/** Applies the actions in order, to a copy. An action whose target is gone is an error: what we knew may be wrong by now. */
export function applyOverlay(document: JsonObject, overlay: Overlay): JsonObject {
  const copy = structuredClone(document);
  for (const action of overlay.actions) {
    const locations = locationsOf(action.target, copy, overlay);
    if (locations.length === 0)
      throw new SpecError(`overlays/${overlay.file}: the target ${action.target} is gone from ${overlay.extends}`);
    if (locations.some(({ length }) => length === 0))
      throw new SpecError(`overlays/${overlay.file}: the document as a whole cannot be a target`);
    for (const location of locations.toReversed()) amend(copy, location, action);
  }
  return copy;
}

function locationsOf(target: string, document: JsonObject, { file }: Overlay): (string | number)[][] {
  try {
    return query(target, document as Parameters<typeof query>[1]).nodes.map(({ location }) => location);
  } catch (cause) {
    throw new SpecError(`overlays/${file}: ${target} is no JSONPath: ${cause instanceof Error ? cause.message : cause}`);
  }
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

/** Overlay 1.0: objects merge member by member, an array takes the update at its end, anything else is replaced. */
function merge(target: unknown, update: unknown): unknown {
  if (Array.isArray(target)) return [...target, ...(Array.isArray(update) ? update : [update])];
  if (!isRecord(target) || !isRecord(update)) return update;
  const merged: JsonObject = { ...target };
  for (const [key, value] of Object.entries(update)) merged[key] = Object.hasOwn(merged, key) ? merge(merged[key], value) : value;
  return merged;
}
