import type { UserConfig } from 'tsdown';
import { library } from '../../tsdown.base.ts';

const entries = ['src/index.ts', 'src/log.ts', 'src/otel.ts'];

/** Each entry is one file, for a quick start: in one build together they would be cut into shared pieces. */
const config: UserConfig[] = [
  library(entries, { dts: { oxc: true, emitDtsOnly: true } }),
  ...entries.map((entry) => library([entry], { dts: false, clean: false })),
];
export default config;
