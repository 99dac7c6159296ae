import type { UserConfig } from 'tsdown';
import { library } from '../../tsdown.base.ts';

/**
 * What every run loads and the commands also import goes into one file: eight small ones would make `--help` slower. The entry itself stays out of it,
 * because it waits for the command to end, and a command that imported it would wait for it in turn.
 */
const common = {
  name: 'common',
  tags: ['$initial' as const],
  includeDependenciesRecursively: false,
  test: (id: string): boolean => !/cli[\\/]src[\\/](main|run|program|commands)\b/.test(id),
};

const config: UserConfig = library(['src/main.ts'], {
  platform: 'node',
  dts: false,
  outputOptions: { codeSplitting: { groups: [common] } },
});
export default config;
