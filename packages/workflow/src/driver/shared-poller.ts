import type { Clock, MountseaClient, Task } from '@mountsea-suno/client';
import { isMountseaError } from '@mountsea-suno/client';
import { parseDurations } from '../poll/duration-model.ts';
import { createPollLimiter, type PollLimiter } from '../poll/poll-limiter.ts';
import { createPoller, type Poller } from '../poll/poller.ts';
import type { TrainingStore } from '../store/training-store.ts';

const POLLS_PER_SECOND = 50;

const limiters = new WeakMap<Clock, PollLimiter>();
const pollers = new WeakMap<MountseaClient, { clock: Clock; poller: Promise<Poller<Task>> }>();

interface PollerNeeds {
  client: MountseaClient;
  clock: Clock;
  random: () => number;
  store: TrainingStore;
  pollsPerSecond?: number | undefined;
}

/**
 * The one poller of a client. All its trainings share its polls and the durations that it learns, which the store of the first training keeps. The
 * cap on polls per second holds for all clients on the same clock.
 */
export function sharedPoller(needs: PollerNeeds): Promise<Poller<Task>> {
  const known = pollers.get(needs.client);
  if (known?.clock === needs.clock) return known.poller;
  const poller = makePoller(needs);
  pollers.set(needs.client, { clock: needs.clock, poller });
  return poller;
}

async function makePoller({
  client,
  clock,
  random,
  store,
  pollsPerSecond = POLLS_PER_SECOND,
}: PollerNeeds): Promise<Poller<Task>> {
  const limiter = limiters.get(clock) ?? createPollLimiter({ clock, pollsPerSecond });
  limiters.set(clock, limiter);
  const saved = await store.loadDurations?.().catch(() => undefined);
  return createPoller({
    poll: (id, signal) => pollTask(client, id, signal),
    clock,
    random,
    limiter,
    durations: parseDurations(saved),
    onLearn: (durations) => void store.saveDurations?.(JSON.stringify(durations)).catch(() => {}),
  });
}

/** Polls a task once. An id that the API does not know (yet) counts as a status: a session may not show before it was created on. */
async function pollTask(client: MountseaClient, taskId: string, signal: AbortSignal): Promise<Task> {
  try {
    return await client.tasks.get(taskId, { signal });
  } catch (error) {
    if (!isMountseaError(error) || !['not_found', 'validation_failed'].includes(error.code)) throw error;
    return { taskId, status: 'not-found', raw: error.body };
  }
}
