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
  /** In the order of `modes`. */
  speed?: Speed[];
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
