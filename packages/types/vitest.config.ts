import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: { typecheck: { enabled: true, only: true, include: ['src/**/*.test-d.ts'] } },
});
export default config;
