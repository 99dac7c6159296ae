export { createDurationModel, type DurationModel, type Estimate } from './duration-model.ts';
export { type DurationHistory, learnDuration, parseDurations, type TaskKind } from './durations.ts';
export { createLookLimiter, type LookLimiter, type LookLimiterOptions } from './look-limiter.ts';
export { createPoller, type Poller, type PollerOptions, type Trouble, type Verdict, type WatchOptions } from './poller.ts';
