import { type CustomModelId, isMountseaError, type Task } from '@mountsea-suno/client';
import { type Action, clipsOf, decide } from '../core/decide.ts';
import { DeadlineError } from '../errors/workflow-errors.ts';
import { diffEvents } from '../events/diff-events.ts';
import { createEventStream } from '../events/event-stream.ts';
import type { TrainingEvent } from '../events/training-event.ts';
import type { Poller } from '../poll/index.ts';
import type { TrainingState } from '../state/training-state.ts';
import type { TrainingLock } from '../store/training-store.ts';
import type { CrashPoint } from '../testing/crash-points.ts';
import type { CustomModel, Training } from '../training.ts';
import { deferred } from './deferred.ts';
import { finalError } from './final-error.ts';
import { perform } from './perform.ts';
import { pollerOf } from './pollers.ts';
import { progressOf } from './progress.ts';
import { openRecord, type TrainingRecord } from './record.ts';
import type { EventBody, RunContext, RunSettings } from './run-context.ts';

const CREATE_CREDITS = 100;
const PROGRESS_STEP = 0.005;

/** What only a test asks for: the run dies at a crash point, as by a power cut. */
class Crash {
  readonly reason: unknown;
  constructor(reason: unknown) {
    this.reason = reason;
  }
}

/** Drives one training in this process: does what is decided, takes in what comes of it, until there is a model or an error. */
export class TrainingRun implements Training {
  readonly id: string;
  readonly #settings: RunSettings;
  readonly #lock: TrainingLock;
  readonly #record: TrainingRecord;
  readonly #stream = createEventStream<TrainingEvent>();
  readonly #control = new AbortController();
  readonly #busy = new Map<string, Promise<void>>();
  readonly #unknown = new Set<string>();
  readonly #result = deferred<CustomModel>();
  readonly #warnings: EventBody[];
  #fraction = 0;
  #poller: Poller<Task> | undefined;
  #crashed: Crash | undefined;
  #closing: Promise<void> | undefined;

  constructor(state: TrainingState, lock: TrainingLock, settings: RunSettings, warnings: EventBody[] = []) {
    this.id = state.id;
    this.#settings = settings;
    this.#lock = lock;
    this.#warnings = warnings;
    this.#record = openRecord(state, {
      store: settings.store,
      point: (name) => this.#point(name),
      onChange: (before, after, at) => {
        for (const event of diffEvents(before, after, at)) this.#push(event);
        this.#showProgress(at);
      },
    });
    // Whoever only listens to events is not to be killed by a rejection.
    this.#result.promise.catch(() => {});
  }

  get state(): TrainingState {
    return this.#record.state;
  }

  events(): AsyncIterable<TrainingEvent> {
    return this.#stream.listen(() => {
      const at = this.#settings.clock.now();
      const further = [...this.#warnings, ...this.#progressAt(at)].map((body) => this.#complete(body, at));
      return [...diffEvents(undefined, this.state, at), ...further];
    });
  }

  result(): Promise<CustomModel> {
    return this.#result.promise;
  }

  detach(): Promise<void> {
    this.#stop(new DOMException(`The training ${this.id} was detached; resume it with this id.`, 'AbortError'));
    return this.#closing ?? Promise.resolve();
  }

  /** Saves the record for the first time, then begins. */
  async begin(): Promise<this> {
    const { clock, deadlineMs, signal } = this.#settings;
    try {
      signal?.throwIfAborted();
      await this.#record.save();
      this.#poller = await pollerOf(this.#settings);
      const deadlineAt = clock.now() + deadlineMs;
      const context: RunContext = {
        client: this.#settings.client,
        clock,
        random: this.#settings.random,
        record: this.#record,
        poller: this.#poller,
        signal: this.#control.signal,
        deadlineAt,
        pollIntervalMs: this.#settings.pollIntervalMs,
        settleMs: this.#settings.settleMs,
        point: (name) => this.#point(name),
        onLook: () => this.#showProgress(clock.now()),
        emit: (body) => this.#push(this.#complete(body, clock.now())),
      };
      signal?.addEventListener('abort', this.#onAbort, { once: true });
      clock.sleep(deadlineMs, this.#control.signal).then(
        () => this.#stop(new DeadlineError(this.state)),
        () => {},
      );
      this.#pump(context);
    } catch (error) {
      await this.#lock.release();
      throw error;
    }
    return this;
  }

  readonly #onAbort = (): void => this.#stop(this.#settings.signal?.reason);

  #pump(context: RunContext): void {
    if (this.#closing !== undefined) return;
    const { clock, settleMs, concurrency } = this.#settings;
    const actions = decide(this.state, clock.now(), settleMs);
    // Files that are being worked on by the server keep their places.
    const inOrder = actions.toSorted((a, b) => Number(b.type === 'watch-upload') - Number(a.type === 'watch-upload'));
    for (const action of inOrder) {
      if (action.type === 'finish' || action.type === 'fail') {
        this.#end(action);
        return;
      }
      const uploads = [...this.#busy.keys()].filter((key) => key.startsWith('upload')).length;
      if (this.#busy.has(action.key) || (action.key.startsWith('upload') && uploads >= concurrency)) continue;
      const done = perform(context, action).then(
        () => {
          this.#busy.delete(action.key);
          this.#pump(context);
        },
        (error: unknown) => {
          this.#busy.delete(action.key);
          this.#stop(error);
        },
      );
      this.#busy.set(action.key, done);
    }
  }

  #end(action: Extract<Action, { type: 'finish' | 'fail' }>): void {
    const { state } = this;
    if (action.type === 'fail') this.#stop(finalError(state, action.reason));
    else this.#close(() => this.#result.resolve(modelOf(state)));
  }

  /** Ends the run with an error. What the server does goes on. */
  #stop(error: unknown): void {
    if (this.#closing !== undefined) return;
    const reason = this.#crashed ? this.#crashed.reason : withResumeId(error, this.id);
    this.#close(() => this.#result.reject(reason));
  }

  #close(settle: () => void): void {
    this.#settings.signal?.removeEventListener('abort', this.#onAbort);
    const end = (): void => {
      settle();
      this.#stream.close();
    };
    // A create under way is waited for before another may drive the training, but its owner need not wait.
    if (this.state.creates.at(-1)?.outcome === 'intended' && !this.#crashed) end();
    this.#closing = (async () => {
      this.#control.abort(new DOMException('The run has ended.', 'AbortError'));
      await Promise.all(this.#busy.values());
      await this.#lock.release();
    })().finally(end);
    this.#closing.catch(() => {});
  }

  async #point(name: CrashPoint): Promise<void> {
    if (this.#crashed) throw this.#crashed;
    try {
      await this.#settings.onPoint?.(name);
    } catch (error) {
      this.#crashed = new Crash(error);
      this.#stop(error);
      throw error;
    }
  }

  #complete(body: EventBody, at: number): TrainingEvent {
    return { ...body, at, trainingId: this.id };
  }

  #push(event: TrainingEvent): void {
    if (event.type === 'unknown') {
      if (this.#unknown.has(event.status)) return;
      this.#unknown.add(event.status);
    }
    this.#stream.push(event);
  }

  #progressAt(at: number): EventBody[] {
    const poller = this.#poller;
    if (!poller) return [];
    const { fraction, remainingMs } = progressOf(this.state, at, this.#settings.concurrency, (kind, ms) =>
      poller.estimate(kind, ms),
    );
    this.#fraction = Math.max(this.#fraction, fraction);
    const elapsedMs = at - this.state.createdAt;
    return [{ type: 'progress', fraction: this.#fraction, elapsedMs, remainingMs: Math.round(remainingMs) }];
  }

  /** Tells how far the training is, when it went on by half a percent or more. */
  #showProgress(at: number): void {
    if (this.#stream.idle) return;
    const before = this.#fraction;
    const bodies = this.#progressAt(at);
    if (this.#fraction - before < PROGRESS_STEP && this.#fraction < 1) this.#fraction = before;
    else for (const body of bodies) this.#push(this.#complete(body, at));
  }
}

function modelOf(state: TrainingState): CustomModel {
  const accepted = state.creates.filter(
    ({ outcome }) => outcome === 'accepted' || outcome === 'succeeded' || outcome === 'failed',
  );
  return {
    id: (state.model?.id ?? '') as CustomModelId,
    name: state.creates.at(-1)?.name ?? state.name,
    sessionId: state.sessionId ?? '',
    trainingId: state.id,
    clips: clipsOf(state),
    credits: accepted.length * CREATE_CREDITS,
    task: state.model?.task,
  };
}

/** Every error tells how to go on. A reason that several trainings share can name none of them. */
function withResumeId(error: unknown, id: string): unknown {
  if (typeof error !== 'object' || error === null || !Object.isExtensible(error)) return error;
  const { resumeId } = error as { resumeId?: unknown };
  if (resumeId !== undefined && resumeId !== id && isMountseaError(error)) return error;
  return Object.assign(error, { resumeId: resumeId === undefined || resumeId === id ? id : undefined });
}
