// The parts of the workflow that are measured by themselves. No entry of the package exports them, and only this file may import them.
export { createDurationModel } from '../../../packages/workflow/src/poll/duration-model.ts';
export { createPollLimiter } from '../../../packages/workflow/src/poll/poll-limiter.ts';
