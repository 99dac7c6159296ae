import type { Reporter, TestModule, Vitest } from 'vitest/node';

/**
 * Names every test that was skipped. Where nothing may be skipped, a skipped test fails the run: on Linux x64 `npm ci` brings every program that the
 * tests need. A run that was narrowed by `-t` skips what was not asked for.
 */
export function skippedTests(mustRunAll: boolean = process.platform === 'linux' && process.arch === 'x64'): Reporter {
  let isNarrowed = false;
  return {
    onInit(vitest: Vitest) {
      isNarrowed = vitest.config.testNamePattern !== undefined;
    },
    onTestRunEnd(modules: readonly TestModule[]) {
      if (isNarrowed) return;
      const skipped = modules.flatMap((module) =>
        [...module.children.allTests('skipped')].map((test) => `${module.relativeModuleId}: ${test.fullName}`),
      );
      if (skipped.length === 0) return;
      process.stderr.write(`Skipped, and so not tested here:\n${skipped.map((line) => `  ${line}\n`).join('')}`);
      if (!mustRunAll) return;
      process.stderr.write(
        'On Linux x64 no test may be skipped: install what it needs, or move it to a suite that says what it needs.\n',
      );
      process.exitCode = 1;
    },
  };
}
