export type { CallRecord } from './call-record.ts';
export { realClock, type SandboxClock } from './clock.ts';
export type { FaultKind, FaultRule, FaultState, FaultSubject, Faults } from './fault-rule.ts';
export type { OpenApiDocument } from './generated/contract.gen.ts';
export type { Charge, Sandbox, SandboxCredits } from './sandbox.ts';
export type { Duration, SandboxDurations, SandboxOptions, SandboxPrices } from './sandbox-options.ts';
export type { ChargeSnapshot, SandboxSnapshot, SessionSnapshot, TaskSnapshot, UploadSnapshot } from './snapshot.ts';
export { defaultSwitches, type ModelIdKey, type SandboxSwitches } from './switches.ts';
export { createVirtualClock, type VirtualClock } from './virtual-clock.ts';
