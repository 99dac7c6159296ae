import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** The tests in a real terminal: they need tmux, see `npm run test:terminal`. */
const config: ViteUserConfig = defineConfig({ test: { include: ['test/**/*.terminal.test.ts'], testTimeout: 60_000 } });
export default config;
