export { startSandbox } from './http/start-sandbox.ts';
export type { RunningSandbox, StartSandboxOptions } from './running-sandbox.ts';
