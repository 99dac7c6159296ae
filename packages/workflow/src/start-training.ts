import { SETTLE_MS } from './core/decide.ts';
import { driveTraining } from './driver/drive-training.ts';
import type { EventBody, RunSettings } from './driver/run-context.ts';
import { InvalidInputError } from './errors/workflow-errors.ts';
import type { RunOptions, StartTrainingOptions } from './options.ts';
import { STATE_VERSION, type TrainingState } from './state/training-state.ts';
import { memoryStore } from './store/memory-store.ts';
import type { Training } from './training.ts';
import { LONGEST_NAME, validateInput } from './validate-input.ts';

const CONCURRENCY = 4;
const DEADLINE_MS = 1_800_000;
/** The longest time that a timer can count. */
const LONGEST_DEADLINE_MS = 2 ** 31 - 1;

/**
 * Trains a custom model: prepare, upload the files, create, poll. Resolves when the first record is saved and the work begins; its `result()` gives the
 * model.
 *
 * It costs 100 credits, once: if the response to the create is lost, it finds out what became of that create before it sends another. Aborting only
 * ends the run; with a store that lasts, any process can resume the training by its id. If the server cannot be reached at first, `result()` rejects
 * after half a minute (with a `ConnectionError` or the like); once there is a session, an outage may last five minutes.
 *
 * @throws InvalidInputError before anything is sent: fewer than six URLs, one that is given twice or is not http(s), an empty name, or a problem that
 *   `preflight` has found.
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { startTraining } from '@mountsea-suno/workflow';
 *
 * const audioUrls = [1, 2, 3, 4, 5, 6].map((n) => `https://songs.example.com/${n}.mp3`);
 * const training = await startTraining({ client: createClient(), name: 'v6Pro', audioUrls, pollIntervalMs: 50 });
 * const model = await training.result();
 * console.log(model.id, model.credits); // chirp-custom:… 100
 * ```
 */
export async function startTraining(options: StartTrainingOptions): Promise<Training> {
  validateInput(options);
  const settings = runSettings(options);
  const { client, clock, store } = settings;
  const name = options.name.trim();
  const audioUrls = options.audioUrls.map((url) => url.trim());
  const warnings: EventBody[] = [];
  if (name.length > LONGEST_NAME)
    warnings.push({
      type: 'warning',
      code: 'name_long',
      message: `Suno itself allows ${LONGEST_NAME} characters for a name; this one may be refused.`,
    });
  const report = await options.preflight?.({ client, name, audioUrls, clock, signal: options.signal });
  if (report && report.problems.length > 0) throw new InvalidInputError(report.problems);
  for (const warning of report?.warnings ?? []) warnings.push({ type: 'warning', ...warning });
  const now = clock.now();
  const state: TrainingState = {
    version: STATE_VERSION,
    id: newId(now),
    baseUrl: client.baseUrl,
    name,
    minClips: options.minClips ?? audioUrls.length,
    createdAt: now,
    updatedAt: now,
    uploads: audioUrls.map((audioUrl) => ({ audioUrl, status: 'waiting', attempt: 0 })),
    creates: [],
  };
  const lock = await store.lock(state.id);
  return driveTraining(state, lock, settings, warnings);
}

/** The options of a run with their defaults. */
export function runSettings(options: RunOptions): RunSettings {
  return {
    ...options,
    store: options.store ?? memoryStore(),
    clock: options.clock ?? options.client.clock,
    random: options.random ?? Math.random,
    concurrency: options.concurrency ?? CONCURRENCY,
    deadlineMs: Math.min(options.deadlineMs ?? DEADLINE_MS, LONGEST_DEADLINE_MS),
    settleMs: options.settleMs ?? SETTLE_MS,
  };
}

/** Ids sort by time and are valid file names on every system. They never repeat, even if `random` does. */
function newId(now: number): string {
  const random = Array.from(crypto.getRandomValues(new Uint32Array(3)), (number) => number.toString(36).padStart(7, '0'));
  return `${now.toString(36)}-${random.join('')}`;
}
