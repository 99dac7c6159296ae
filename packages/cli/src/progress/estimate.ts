import type { ProgressView } from './view.ts';

/** What can be said at a moment between two events: how far, and how long still. */
export interface Estimate {
  /** 0 to 1; below 1 until the training is done. */
  readonly fraction: number;
  readonly elapsedMs: number;
  /** Undefined where nothing honest can be said. */
  readonly remainingMs?: number;
}

/** Carries the last estimate of the workflow on to `now`, at the pace that the estimate itself implies. */
export function estimateAt(view: ProgressView, now: number): Estimate {
  const elapsedMs = Math.max(0, now - view.startedAt);
  if (view.phase === 'done') return { fraction: 1, elapsedMs, remainingMs: 0 };
  const since = Math.max(0, now - view.estimatedAt);
  const said = view.remainingMs;
  if (said === undefined || said <= 0) return { fraction: Math.min(view.fraction, 0.99), elapsedMs };
  const passed = Math.min(1, since / said);
  const fraction = Math.min(0.99, view.fraction + (1 - view.fraction) * passed);
  return passed < 1 ? { fraction, elapsedMs, remainingMs: said - since } : { fraction, elapsedMs };
}
