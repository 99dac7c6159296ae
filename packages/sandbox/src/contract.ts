export { compileContract } from './contract/compile-contract.ts';
export type { SandboxContract } from './contract/operations.ts';
