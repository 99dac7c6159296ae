import { type JsonObject, objectAt } from '../document/json.ts';
import { EVIDENCE } from '../document/marks.ts';

/** A name of ours that a published one takes the place of. */
export interface Settled {
  at: readonly string[];
  before: string;
  after: string;
}

/** Whether a name is of our own making: the evidence for it is anything less than `confirmed`. */
export function isOurs(holder: JsonObject, what: string): boolean {
  const evidence = objectAt(holder, EVIDENCE)[what];
  return typeof evidence === 'string' && evidence !== 'confirmed';
}
