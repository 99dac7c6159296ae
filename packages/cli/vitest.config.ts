import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.int.test.ts'],
    // Most tests spawn the real executable, several times; a busy machine needs its time.
    testTimeout: 60_000,
  },
});
export default config;
