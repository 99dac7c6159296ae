import type { TrainingEvent } from '@mountsea-suno/workflow';
import { plain } from '../text/plain.ts';

/** Where one song is on its way to a clip. */
export type SongStatus = 'waiting' | 'hosting' | 'sent' | 'running' | 'retrying' | 'done' | 'failed';

/** One song, as it is shown. Every text in it is harmless to print. */
export interface SongView {
  readonly label: string;
  readonly status: SongStatus;
  /** 0 to 1, while the file is being hosted. */
  readonly fraction?: number;
  readonly clipId?: string;
  readonly reason?: string;
}

/** All that is shown of a training: made from its events alone, and the only thing that the renderers see. */
export interface ProgressView {
  readonly name: string;
  readonly songs: readonly SongView[];
  readonly phase: string;
  /** Milliseconds on the training's clock. */
  readonly startedAt: number;
  /** Status of the training task as the server last said it. */
  readonly taskStatus?: string;
  readonly fraction: number;
  /** When `fraction` and `remainingMs` were said, in milliseconds on the training's clock. */
  readonly estimatedAt: number;
  readonly remainingMs?: number;
  /** The latest trouble, until the next good look. */
  readonly note?: string;
}

/** A training of which nothing is known yet. */
export function emptyView(name: string, labels: readonly string[], now: number): ProgressView {
  const songs = labels.map((label): SongView => ({ label: plain(label, 120), status: 'waiting' }));
  return { name: plain(name, 60), songs, phase: 'preparing', startedAt: now, fraction: 0, estimatedAt: now };
}

/** The view after one more event. */
export function applyEvent(view: ProgressView, event: TrainingEvent): ProgressView {
  switch (event.type) {
    case 'phase':
      return { ...view, phase: event.phase };
    case 'upload':
      return withSong(view, event.index, songOf(view.songs[event.index], event));
    case 'task':
      return { ...withoutNote(view), taskStatus: plain(event.status, 40) };
    case 'progress': {
      const { remainingMs: _past, ...rest } = withoutNote(view);
      const startedAt = event.at - event.elapsedMs;
      const estimate = event.remainingMs === undefined ? {} : { remainingMs: event.remainingMs };
      return { ...rest, startedAt, fraction: event.fraction, estimatedAt: event.at, ...estimate };
    }
    case 'retry':
      return { ...view, note: `${plain(event.message)} (${plain(event.code, 60)})` };
    default:
      return view;
  }
}

/** The view with one song's hosting under way or done. */
export function applyHosting(view: ProgressView, index: number, fraction: number): ProgressView {
  const label = view.songs[index]?.label ?? `song ${index + 1}`;
  return withSong(view, index, fraction >= 1 ? { label, status: 'waiting' } : { label, status: 'hosting', fraction });
}

// A good look at the server ends the trouble that was told before.
function withoutNote(view: ProgressView): ProgressView {
  const { note: _old, ...rest } = view;
  return rest;
}

function songOf(before: SongView | undefined, event: Extract<TrainingEvent, { type: 'upload' }>): SongView {
  return {
    label: before?.label ?? `song ${event.index + 1}`,
    status: event.status,
    ...(event.clipId === undefined ? {} : { clipId: plain(event.clipId, 60) }),
    ...(event.reason === undefined ? {} : { reason: plain(event.reason, 200) }),
  };
}

function withSong(view: ProgressView, index: number, song: SongView): ProgressView {
  return { ...view, songs: view.songs.map((other, i) => (i === index ? song : other)) };
}
