export type { RunningSandbox, StartSandboxOptions } from './running-sandbox.ts';
