import type { FaultState } from '../faults/fault-rule.ts';
import type { CallRecord, Charge } from '../sandbox.ts';
import type { SwitchChoices } from '../switches.ts';

/** One task as the dashboard shows it. */
export interface TaskState {
  readonly taskId: string;
  readonly operation: string;
  /** As `status` would show it now. */
  readonly status: string;
  /** How far it has come, 0 to 1. */
  readonly fraction: number;
  /** The URL that it works on, and why it failed. */
  readonly detail: string;
}

/** One session as the dashboard shows it. */
export interface SessionState {
  readonly sessionId: string;
  readonly kind: string;
  readonly status: string;
  readonly name: string;
  readonly modelId: string;
  readonly uploads: readonly TaskState[];
  readonly training: TaskState | undefined;
}

/** One switch with its values. */
export interface SwitchState {
  readonly name: string;
  readonly value: string | number | boolean;
  readonly choices: SwitchChoices;
}

/** All that the dashboard shows; the latest of everything first. */
export interface DashboardState {
  /** The sandbox's clock, ms. */
  readonly now: number;
  readonly url: string;
  readonly speed: number;
  readonly balance: number;
  readonly charged: number;
  readonly callCount: number;
  readonly sessionCount: number;
  readonly sessions: readonly SessionState[];
  readonly tasks: readonly TaskState[];
  readonly charges: readonly Charge[];
  readonly calls: readonly CallRecord[];
  readonly switches: readonly SwitchState[];
  readonly faults: readonly FaultState[];
  readonly faultKinds: readonly string[];
  readonly operations: readonly string[];
}
