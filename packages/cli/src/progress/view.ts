import { printableText } from '@mountsea-suno/internal';
import type { TrainingEvent } from '@mountsea-suno/workflow';

/** Where one song is on its way to a clip. */
export type SongStatus = 'waiting' | 'hosting' | 'sent' | 'running' | 'retrying' | 'done' | 'failed';

/** One song, as it is shown. Every text in it is printable. */
export interface SongView {
  readonly label: string;
  readonly status: SongStatus;
  /** 0 to 1, while the file is being hosted. */
  readonly fraction?: number;
  readonly clipId?: string;
  readonly reason?: string;
}

/** All that is shown of a training. It is made from the training's events alone, and is all that the renderers see. */
export interface ProgressView {
  readonly name: string;
  readonly songs: readonly SongView[];
  readonly phase: string;
  /** Milliseconds on the training's clock. */
  readonly startedAt: number;
  /** The status of the training task, as the server last reported it. */
  readonly taskStatus?: string;
  readonly fraction: number;
  /** When `fraction` and `remainingMs` were estimated, in milliseconds on the training's clock. */
  readonly estimatedAt: number;
  readonly remainingMs?: number;
  /** Why a request is being retried, until the next poll succeeds. */
  readonly note?: string;
}

/** A training of which nothing is known yet. */
export function emptyView(name: string, labels: readonly string[], now: number): ProgressView {
  const songs = labels.map((label): SongView => ({ label: printableText(label, 120), status: 'waiting' }));
  return { name: printableText(name, 60), songs, phase: 'preparing', startedAt: now, fraction: 0, estimatedAt: now };
}

/** The view after one more event. */
export function applyEvent(view: ProgressView, event: TrainingEvent): ProgressView {
  switch (event.type) {
    case 'phase':
      return { ...view, phase: event.phase };
    case 'upload':
      return withSong(view, event.index, songOf(view.songs[event.index], event));
    case 'task':
      return { ...withoutNote(view), taskStatus: printableText(event.status, 40) };
    case 'progress': {
      const { remainingMs: _past, ...rest } = withoutNote(view);
      const startedAt = event.at - event.elapsedMs;
      const estimate = event.remainingMs === undefined ? {} : { remainingMs: event.remainingMs };
      return { ...rest, startedAt, fraction: event.fraction, estimatedAt: event.at, ...estimate };
    }
    case 'retry':
      return { ...view, note: `${printableText(event.message)} (${printableText(event.code, 60)})` };
    default:
      return view;
  }
}

/** The view with one song's hosting under way or done. */
export function applyHosting(view: ProgressView, index: number, fraction: number): ProgressView {
  const label = view.songs[index]?.label ?? `song ${index + 1}`;
  return withSong(view, index, fraction >= 1 ? { label, status: 'waiting' } : { label, status: 'hosting', fraction });
}

// Called after a poll that succeeded, when nothing is being retried any more.
function withoutNote(view: ProgressView): ProgressView {
  const { note: _old, ...rest } = view;
  return rest;
}

function songOf(before: SongView | undefined, event: Extract<TrainingEvent, { type: 'upload' }>): SongView {
  return {
    label: before?.label ?? `song ${event.index + 1}`,
    status: event.status,
    ...(event.clipId === undefined ? {} : { clipId: printableText(event.clipId, 60) }),
    ...(event.reason === undefined ? {} : { reason: printableText(event.reason, 200) }),
  };
}

function withSong(view: ProgressView, index: number, song: SongView): ProgressView {
  return { ...view, songs: view.songs.map((other, i) => (i === index ? song : other)) };
}

/** How far a training is at a moment between two events, and how long it may still take. */
export interface Estimate {
  /** 0 to 1; below 1 until the training is done. */
  readonly fraction: number;
  readonly elapsedMs: number;
  /** Undefined when it cannot be estimated. */
  readonly remainingMs?: number;
}

/** Continues the last estimate of the workflow to `now`, at the pace that the estimate itself implies. */
export function estimateAt(view: ProgressView, now: number): Estimate {
  const elapsedMs = Math.max(0, now - view.startedAt);
  if (view.phase === 'done') return { fraction: 1, elapsedMs, remainingMs: 0 };
  const since = Math.max(0, now - view.estimatedAt);
  const { remainingMs } = view;
  if (remainingMs === undefined || remainingMs <= 0) return { fraction: Math.min(view.fraction, 0.99), elapsedMs };
  const passed = Math.min(1, since / remainingMs);
  const fraction = Math.min(0.99, view.fraction + (1 - view.fraction) * passed);
  return passed < 1 ? { fraction, elapsedMs, remainingMs: remainingMs - since } : { fraction, elapsedMs };
}
