import { decide } from '../core/decide.ts';
import type { Outcome } from '../core/outcome.ts';
import { DeadlineError } from '../errors/workflow-errors.ts';
import { diffEvents } from '../events/diff-events.ts';
import { createEventStream } from '../events/event-stream.ts';
import type { TrainingEvent } from '../events/training-event.ts';
import type { TrainingState } from '../state/training-state.ts';
import type { TrainingLock } from '../store/training-store.ts';
import type { CustomModel, Training } from '../training.ts';
import { finalError } from './final-error.ts';
import { modelOf } from './model-of.ts';
import { perform } from './perform.ts';
import { pollerOf } from './pollers.ts';
import { progressOf } from './progress.ts';
import { openRecord } from './record.ts';
import type { EventBody, RunContext, RunSettings } from './run-context.ts';
import { withResumeId } from './with-resume-id.ts';

const PROGRESS_STEP = 0.005;

/** Drives one training in this process: does what is decided, takes in what comes of it, until there is a model or an error. */
export async function driveTraining(
  initial: TrainingState,
  lock: TrainingLock,
  settings: RunSettings,
  warnings: EventBody[] = [],
): Promise<Training> {
  const { clock, signal, deadlineMs, settleMs, concurrency, store, client, random, pollIntervalMs } = settings;
  const { id } = initial;
  const stream = createEventStream<TrainingEvent>();
  const control = new AbortController();
  /** What is being done for each file, or else for the session. */
  const busy = new Map<number | undefined, Promise<void>>();
  const told = new Set<string>();
  let done = 0;
  let closed: Promise<void> | undefined;
  let resolve: (model: CustomModel) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const result = new Promise<CustomModel>((...settle) => {
    [resolve, reject] = settle;
  });
  // Whoever only listens to events is not to be killed by a rejection.
  result.catch(() => {});

  const record = openRecord(initial, {
    store,
    onChange: (before, after, at) => {
      if (stream.idle) return;
      diffEvents(before, after, at).forEach(push);
      showProgress(at);
    },
  });
  const context: RunContext = {
    client,
    clock,
    random,
    state: () => record.state,
    commit: (outcome) => record.commit({ ...outcome, at: clock.now() } as Outcome),
    signal: control.signal,
    deadlineAt: clock.now() + deadlineMs,
    pollIntervalMs,
    settleMs,
    onLook: () => showProgress(clock.now()),
    emit: (body) => push(complete(body, clock.now())),
    poller: await pollerOf(settings),
  };

  const complete = (body: EventBody, at: number): TrainingEvent => ({ ...body, at, trainingId: id });

  function push(event: TrainingEvent): void {
    const once = event.type === 'unknown' ? event.status : event.type === 'warning' ? event.code : undefined;
    if (once !== undefined) {
      if (told.has(once)) return;
      told.add(once);
    }
    stream.push(event);
  }

  function progressAt(at: number): TrainingEvent {
    const { fraction, remainingMs } = progressOf(record.state, at, context.poller.estimate);
    done = Math.max(done, fraction);
    return complete(
      { type: 'progress', fraction: done, elapsedMs: at - initial.createdAt, remainingMs: Math.round(remainingMs) },
      at,
    );
  }

  /** Tells how far the training is, when it went on by half a percent or more. */
  function showProgress(at: number): void {
    if (stream.idle) return;
    const before = done;
    const event = progressAt(at);
    if (done - before >= PROGRESS_STEP || done === 1) push(event);
    else done = before;
  }

  function pump(): void {
    if (closed !== undefined) return;
    const actions = decide(record.state, clock.now(), settleMs);
    // Files that the server is working on keep their places.
    for (const action of actions.sort((a, b) => Number(b.type === 'watch-upload') - Number(a.type === 'watch-upload'))) {
      const key = 'index' in action ? action.index : undefined;
      if (action.type === 'finish') close(() => resolve(modelOf(record.state)));
      else if (action.type === 'fail') stop(finalError(record.state, action.reason));
      // While files are uploaded, nothing else is done.
      else if (!busy.has(key) && busy.size < concurrency) {
        const work = perform(context, action).finally(() => busy.delete(key));
        busy.set(key, work.then(pump, stop));
      }
    }
  }

  /** Ends the run with an error. What the server does goes on. */
  function stop(error: unknown): void {
    close(() => reject(withResumeId(error, id)));
  }

  function close(settle: () => void): void {
    if (closed !== undefined) return;
    signal?.removeEventListener('abort', onAbort);
    const end = (): void => {
      settle();
      stream.close();
    };
    // A create under way is waited for before another may drive the training, but its owner need not wait.
    if (record.state.creates.at(-1)?.outcome === 'intended') end();
    control.abort(new DOMException('The run has ended.', 'AbortError'));
    closed = Promise.all(busy.values()).then(lock.release).finally(end);
    closed.catch(() => {});
  }

  function onAbort(): void {
    stop(signal?.reason);
  }

  try {
    signal?.throwIfAborted();
    await record.save();
  } catch (error) {
    await lock.release();
    throw error;
  }
  signal?.addEventListener('abort', onAbort, { once: true });
  clock.sleep(deadlineMs, control.signal).then(
    () => stop(new DeadlineError(record.state)),
    () => {},
  );
  if (signal?.aborted) onAbort();
  pump();
  return {
    id,
    get state() {
      return record.state;
    },
    events: () =>
      stream.listen(() => {
        const at = clock.now();
        const present = diffEvents(undefined, record.state, at);
        return [...present, ...warnings.map((body) => complete(body, at)), progressAt(at)];
      }),
    result: () => result,
    detach: async () => {
      stop(new DOMException('The training was detached.', 'AbortError'));
      await closed;
    },
  };
}
