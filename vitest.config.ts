import { existsSync, readdirSync } from 'node:fs';
import { defineConfig, type TestProjectInlineConfiguration, type TestUserConfig, type ViteUserConfig } from 'vitest/config';
import { skippedTests } from './vitest.skipped-tests.ts';

// Type tests call themselves experimental at every start; vitest is pinned, as they ask.
process.env.VITEST_DISABLE_EXPERIMENTAL_LOG ??= '1';

/** What a folder needs beyond vitest's own settings. */
const settings: Readonly<Record<string, TestUserConfig>> = {
  // Types have nothing to run: the compiler reads the assertions.
  types: { typecheck: { enabled: true, only: true, include: ['src/**/*.test-d.ts'] } },
  // Most tests spawn the real executable, several times; a busy machine needs its time.
  cli: { include: ['src/**/*.test.ts', 'test/**/*.int.test.ts'], testTimeout: 60_000 },
  scripts: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 30_000 },
  // Each test starts compilers or whole programs.
  e2e: { testTimeout: 120_000, hookTimeout: 180_000 },
};

function project(name: string, root: string, test: TestUserConfig = settings[name] ?? {}): TestProjectInlineConfiguration {
  return { extends: true, root, test: { ...test, name } };
}

const packages = readdirSync(new URL('packages/', import.meta.url)).filter((name) =>
  existsSync(new URL(`packages/${name}/package.json`, import.meta.url)),
);

/**
 * Every test of the repository, one project a folder. The `test` script of a folder runs its own project, so that turbo caches each by itself;
 * `npx vitest run <path>` at the root runs any file of them.
 */
const config: ViteUserConfig = defineConfig({
  test: {
    reporters: ['default', skippedTests()],
    projects: [
      ...packages.map((name) => project(name, `packages/${name}`)),
      ...['scripts', 'examples', 'bench'].map((name) => project(name, name)),
      project('e2e', 'e2e/packed'),
      // These two need programs that npm does not install, so they have scripts of their own: tmux, zsh and fish; Chromium.
      project('terminal', 'packages/cli', { include: ['test/**/*.terminal.test.ts'], testTimeout: 60_000 }),
      project('browser', 'packages/sandbox', {
        include: ['test/browser/*.chromium.ts'],
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
    ],
  },
});
export default config;
