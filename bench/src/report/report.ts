import type { Charges } from '../measure/charges.ts';
import type { Speed } from '../measure/speed.ts';
import type { Survival } from '../measure/survival.ts';

/** What was measured of one subject. Fields that do not apply to it are absent. */
export interface Row {
  name: string;
  bundleBytes?: number;
  coldImportMs?: number;
  installedBytes?: number;
  dependencies?: number;
  /** Types instantiated for a program of ten calls. */
  instantiations?: number;
  /** Beside plain fetch, in the order of `modes`. */
  speed?: Speed[];
  /** Beside openapi-fetch, in the order of `modes`: of the client only, which is built on it. */
  besideOpenapiFetch?: Speed[];
  charges?: Charges[];
  survival?: Survival[];
}

/** One run. */
export interface Report {
  /** ISO 8601. */
  date: string;
  /** The processor and how many of its cores there are. */
  machine: string;
  node: string;
  rows: Row[];
}
