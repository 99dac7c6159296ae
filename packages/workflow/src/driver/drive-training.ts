import { decide } from '../core/decide.ts';
import type { Outcome } from '../core/outcome.ts';
import { diffEvents } from '../events/diff-events.ts';
import { createEventStream } from '../events/event-stream.ts';
import type { TrainingEvent } from '../events/training-event.ts';
import { reportRetries } from '../poll/retry.ts';
import type { TrainingState } from '../state/training-state.ts';
import type { TrainingLock } from '../store/training-store.ts';
import type { CustomModel, Training } from '../training.ts';
import { estimateTraining } from '../training-progress.ts';
import { perform } from './perform.ts';
import type { EventBody, RunContext, RunSettings } from './run-context.ts';
import { deadlineError, finalError, modelOf, withResumeId } from './run-end.ts';
import { sharedPoller } from './shared-poller.ts';
import { openRecord } from './training-record.ts';

const PROGRESS_STEP = 0.005;

/** Drives one training in this process: performs what `decide` asks for and commits the outcomes, until there is a model or an error. */
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
  /** The work under way, by the index of its file; work on the session has no index. */
  const busy = new Map<number | undefined, Promise<void>>();
  /** The unknown statuses and warnings that were already sent. */
  const sent = new Set<string>();
  let done = 0;
  let closed: Promise<void> | undefined;
  let resolve: (model: CustomModel) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const result = new Promise<CustomModel>((...functions) => {
    [resolve, reject] = functions;
  });
  // A program that only listens to events must not be ended by an unhandled rejection.
  result.catch(() => {});

  const record = openRecord(initial, {
    store,
    onChange: (before, after, at) => {
      if (stream.idle) return;
      diffEvents(before, after, at).forEach(push);
      pushProgress(at);
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
    onPoll: () => pushProgress(clock.now()),
    onRetry: reportRetries((retry) => push(complete({ type: 'retry', ...retry }, clock.now()))),
    poller: await sharedPoller(settings),
  };

  const complete = (body: EventBody, at: number): TrainingEvent => ({ ...body, at, trainingId: id });

  function push(event: TrainingEvent): void {
    const sendOnce = event.type === 'unknown' ? event.status : event.type === 'warning' ? event.code : undefined;
    if (sendOnce !== undefined) {
      if (sent.has(sendOnce)) return;
      sent.add(sendOnce);
    }
    stream.push(event);
  }

  function progressAt(at: number): TrainingEvent {
    const { fraction, remainingMs } = estimateTraining(record.state, at, context.poller.estimate);
    done = Math.max(done, fraction);
    return complete(
      { type: 'progress', fraction: done, elapsedMs: at - initial.createdAt, remainingMs: Math.round(remainingMs) },
      at,
    );
  }

  /** Sends a progress event if the training is further by half a percent or more. */
  function pushProgress(at: number): void {
    if (stream.idle) return;
    const before = done;
    const event = progressAt(at);
    if (done - before >= PROGRESS_STEP || done === 1) push(event);
    else done = before;
  }

  /** Begins whatever can be begun now. */
  function proceed(): void {
    if (closed !== undefined) return;
    const actions = decide(record.state, clock.now(), settleMs);
    // Files that the server is already working on keep their places.
    for (const action of actions.sort((a, b) => Number(b.type === 'watch-upload') - Number(a.type === 'watch-upload'))) {
      const key = 'index' in action ? action.index : undefined;
      if (action.type === 'finish') close(() => resolve(modelOf(record.state)));
      else if (action.type === 'fail') stop(finalError(record.state, action.reason));
      // While files are uploaded, nothing else is done.
      else if (!busy.has(key) && busy.size < concurrency) {
        const work = perform(context, action).finally(() => busy.delete(key));
        busy.set(key, work.then(proceed, stop));
      }
    }
  }

  /** Ends the run with an error. The server goes on with its work. */
  function stop(error: unknown): void {
    close(() => reject(withResumeId(error, id)));
  }

  function close(endResult: () => void): void {
    if (closed !== undefined) return;
    signal?.removeEventListener('abort', onAbort);
    const end = (): void => {
      endResult();
      stream.close();
    };
    // Nobody else may drive the training before a create that is under way has ended. But the caller does not have to wait for it.
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
    () => stop(deadlineError(record.state)),
    () => {},
  );
  if (signal?.aborted) onAbort();
  proceed();
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
