// The parts of the workflow that are measured by themselves. No entry of the package exports them, and this is the only file that may reach for them.
export { createDurationModel } from '../../../packages/workflow/src/poll/duration-model.ts';
export { createPollLimiter } from '../../../packages/workflow/src/poll/poll-limiter.ts';
