export { realClock, type SandboxClock } from './clock/sandbox-clock.ts';
export { createVirtualClock, type MachineClock, type VirtualClock } from './clock/virtual-clock.ts';
export type { SandboxContract } from './contract/operations.ts';
export { createSandbox } from './create-sandbox.ts';
export type { FaultKind, FaultRule, FaultState, FaultSubject, Faults } from './faults/fault-rule.ts';
export type { OpenApiDocument } from './generated/contract.gen.ts';
export type { CallRecord, Charge, Sandbox, SandboxClientOptions, SandboxCredits } from './sandbox.ts';
export type { Duration, SandboxDurations, SandboxOptions, SandboxPrices } from './sandbox-options.ts';
export {
  defaultSwitches,
  type ModelIdKey,
  parseSwitches,
  type SandboxSwitches,
  type SwitchChoices,
  switchChoices,
} from './switches.ts';
export type { ChargeSnapshot, SandboxSnapshot, SessionSnapshot, TaskSnapshot, UploadSnapshot } from './world/snapshot.ts';
