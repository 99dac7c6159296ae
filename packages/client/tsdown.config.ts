import type { UserConfig } from 'tsdown';
import { library } from '../../tsdown.base.ts';

const config: UserConfig = library(['src/index.ts', 'src/log.ts', 'src/otel.ts', 'src/validate.ts']);
export default config;
