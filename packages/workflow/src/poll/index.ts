export { createDurationModel, type Estimate } from './duration-model.ts';
export { parseDurations } from './durations.ts';
export { createLookLimiter, type LookLimiter } from './look-limiter.ts';
export { createPoller, type Poller } from './poller.ts';
export { retryDelayMs } from './retry-delay.ts';
