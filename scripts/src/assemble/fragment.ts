import type { JsonObject } from '../document/json.ts';

/** How a fragment was had: the OpenAPI block of its page, or written down from published facts. */
export type Evidence = 'published' | 'transcribed';

/** The OpenAPI document of one page. */
export interface Fragment {
  /** The operation's short name, as in `upstream/<name>.yaml`. */
  name: string;
  evidence: Evidence;
  document: JsonObject;
}
