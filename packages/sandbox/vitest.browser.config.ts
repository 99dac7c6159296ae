import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** The pages in a real browser. Apart from `npm test`, since it needs Chromium. */
const config: ViteUserConfig = defineConfig({
  test: { include: ['test/browser/*.chromium.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
export default config;
