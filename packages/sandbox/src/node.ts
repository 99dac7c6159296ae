export { type RunningSandbox, type StartSandboxOptions, startSandbox } from './start-sandbox.ts';
