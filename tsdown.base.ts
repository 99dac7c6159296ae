import type { UserConfig } from 'tsdown';

/** How every published package is built: ES modules only (Node ≥ 20.19 can `require()` them), declarations beside them. */
export function library(entry: string[], extra: UserConfig = {}): UserConfig {
  return {
    entry,
    format: 'esm',
    platform: 'neutral',
    deps: { neverBundle: [/^node:/] },
    target: 'es2022',
    dts: { oxc: true },
    outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
    clean: true,
    sourcemap: false,
    ...extra,
  };
}
