import { createDurationModel } from './workflow-inside.ts';

/** How a poller decides when to poll next. */
export interface Policy {
  name: string;
  /** The wait after a poll at `elapsedMs` (0 before the first) that found the task running; `polls` were made before. */
  nextDelayMs(elapsedMs: number, polls: number): number;
}

export function fixedPolicy(intervalMs: number): Policy {
  return { name: `fixed ${intervalMs / 1000} s`, nextDelayMs: () => intervalMs };
}

function exponentialPolicy(firstMs: number, factor: number, capMs: number): Policy {
  return {
    name: `exponential ${firstMs / 1000} s × ${factor}, cap ${capMs / 1000} s`,
    nextDelayMs: (_, polls) => Math.min(capMs, firstMs * factor ** polls),
  };
}

/** Ours, having seen tasks of these durations. */
export function plannedPolicy(name: string, seenMs: readonly number[] = []): Policy {
  return { name, nextDelayMs: createDurationModel('training', seenMs).nextDelayMs };
}

/** What clients of comparable services do: fal and replicate, core-lro, assemblyai, openai, the samples of the API itself, and plain back-off. */
export const peerPolicies: readonly Policy[] = [
  ...[500, 2000, 3000, 5000, 10_000].map(fixedPolicy),
  exponentialPolicy(2500, 1.5, 15_000),
];
