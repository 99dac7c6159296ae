export type { components as SunoComponents, operations as SunoOperations, paths as SunoPaths } from './generated/suno.gen.ts';
export type { components as UsageComponents, operations as UsageOperations, paths as UsagePaths } from './generated/usage.gen.ts';
