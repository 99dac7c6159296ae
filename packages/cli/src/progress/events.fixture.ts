import type { TrainingEvent } from '@mountsea-suno/workflow';

/** The fields of an event, without those that are the same in all of a training. */
type EventFields = TrainingEvent extends infer Event
  ? Event extends TrainingEvent
    ? Omit<Event, 'trainingId' | 'at'>
    : never
  : never;

/** An event of a made-up training, `seconds` after its start. */
export function event(seconds: number, fields: EventFields): TrainingEvent {
  return { ...fields, at: seconds * 1000, trainingId: 'a-training' } as TrainingEvent;
}

/** The event of one song. */
export function song(
  seconds: number,
  index: number,
  status: string,
  more: { clipId?: string; reason?: string } = {},
): TrainingEvent {
  return event(seconds, { type: 'upload', index, audioUrl: '', status, attempt: 1, ...more } as EventFields);
}

/** The events of a training of six songs up to half of its training time; one song was retried. */
export const halfway: readonly TrainingEvent[] = [
  event(0, { type: 'phase', phase: 'preparing' }),
  event(1, { type: 'phase', phase: 'uploading' }),
  ...[0, 1, 2, 3].map((index) => song(1, index, 'sent')),
  song(2, 0, 'running'),
  song(6, 0, 'done', { clipId: '0a6e7bb1-7a2f-4c4e-9f0b-6a2d3c1f0001' }),
  song(7, 1, 'retrying', { reason: 'the server failed' }),
  song(8, 1, 'done', { clipId: '0a6e7bb1-7a2f-4c4e-9f0b-6a2d3c1f0002' }),
  ...[2, 3, 4, 5].map((index) => song(10, index, 'done', { clipId: `0a6e7bb1-7a2f-4c4e-9f0b-6a2d3c1f000${index + 1}` })),
  event(11, { type: 'phase', phase: 'creating' }),
  event(11, { type: 'create', status: 'intended' }),
  event(12, { type: 'create', status: 'accepted' }),
  event(12, { type: 'phase', phase: 'training' }),
  event(12, { type: 'task', status: 'running' }),
  event(80, { type: 'progress', fraction: 0.5, elapsedMs: 80_000, remainingMs: 75_000 }),
];

export const labels: readonly string[] = [
  'night drive.wav',
  'rain.wav',
  '夜のドライブ.mp3',
  'a song with quite a long name, longer than its column.flac',
  'e.wav',
  'f.wav',
];
