import { isRecord } from '../document/json.ts';
import { ALSO_ACCEPTS } from '../document/marks.ts';

/**
 * Turns each `x-also-accepts` into an `anyOf` of the published schema and the other one. An overlay cannot move what upstream
 * published, and so could not follow a growing enum; this can. Description, example and deprecation stay on the outside.
 */
export function liftAlternatives(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(liftAlternatives);
  if (!isRecord(node)) return node;
  const lifted = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, liftAlternatives(value)]));
  const { [ALSO_ACCEPTS]: other, description, example, deprecated, ...published } = lifted;
  if (other === undefined) return lifted;
  const outside = Object.fromEntries(
    Object.entries({ description, example, deprecated }).filter(([, value]) => value !== undefined),
  );
  const alternatives = Array.isArray(published.anyOf) && Object.keys(published).length === 1 ? published.anyOf : [published];
  return { ...outside, anyOf: [...alternatives, other] };
}
