import type { Clock, MountseaClient, Task } from '@mountsea-suno/client';
import { isMountseaError } from '@mountsea-suno/client';
import { createLookLimiter, createPoller, type LookLimiter, type Poller, parseDurations } from '../poll/index.ts';
import type { TrainingStore } from '../store/training-store.ts';

const LOOKS_PER_SECOND = 50;

const limiters = new WeakMap<Clock, LookLimiter>();
const pollers = new WeakMap<MountseaClient, { clock: Clock; poller: Promise<Poller<Task>> }>();

interface PollerNeeds {
  client: MountseaClient;
  clock: Clock;
  random: () => number;
  store: TrainingStore;
  looksPerSecond?: number | undefined;
}

/**
 * The one poller of a client: it shares looks and what was learned among all its trainings. The first training decides where that is kept.
 * The cap on looks per second holds for all clients on one clock.
 */
export function pollerOf(needs: PollerNeeds): Promise<Poller<Task>> {
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
  looksPerSecond = LOOKS_PER_SECOND,
}: PollerNeeds): Promise<Poller<Task>> {
  const limiter = limiters.get(clock) ?? createLookLimiter({ clock, looksPerSecond });
  limiters.set(clock, limiter);
  const saved = await store.loadDurations?.().catch(() => undefined);
  return createPoller({
    look: (id, signal) => lookAt(client, id, signal),
    clock,
    random,
    limiter,
    durations: parseDurations(saved),
    onLearn: (durations) => void store.saveDurations?.(JSON.stringify(durations)).catch(() => {}),
  });
}

/** One look at a task. An id that the API does not know (yet) is a status too: a session may not show before it is created on. */
async function lookAt(client: MountseaClient, taskId: string, signal: AbortSignal): Promise<Task> {
  try {
    return await client.tasks.get(taskId, { signal });
  } catch (error) {
    if (!isMountseaError(error) || !['not_found', 'validation_failed'].includes(error.code)) throw error;
    return { taskId, status: 'not-found', raw: error.body };
  }
}
