import { defineConfig, type ViteUserConfig } from 'vitest/config';

// Each test starts compilers or whole programs.
const config: ViteUserConfig = defineConfig({ test: { testTimeout: 120_000, hookTimeout: 180_000 } });
export default config;
