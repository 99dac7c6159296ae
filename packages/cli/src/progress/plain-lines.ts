import type { TrainingEvent } from '@mountsea-suno/workflow';
import { duration } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import type { ProgressView, SongView } from './view.ts';

const phases: Record<string, string> = {
  preparing: 'preparing a session',
  uploading: 'handing over the songs',
  creating: 'asking for the model',
  training: 'training',
  done: 'trained',
  failed: 'failed',
};

const creates: Record<string, string> = {
  intended: 'create: sending (100 credits)',
  accepted: 'create: accepted',
  refused: 'create: refused',
  'outcome-unknown':
    'create: the answer was lost; finding out whether it was accepted, nothing is sent again before that is known',
  reconciling: 'create: looking for its outcome',
};

/** What a log says about one event: no line or more, without the time. `before` and `after` are the views around the event. */
export function plainLines(before: ProgressView, after: ProgressView, event: TrainingEvent): string[] {
  switch (event.type) {
    case 'phase':
      return before.phase === after.phase ? [] : [phases[event.phase] ?? plain(event.phase, 40)];
    case 'upload': {
      const song = after.songs[event.index];
      return song === undefined || event.status === 'waiting' ? [] : [songLine(song, event.index, after.songs.length)];
    }
    case 'create':
      return [creates[event.status] ?? `create: ${plain(event.status, 40)}`];
    case 'task':
      return before.taskStatus === after.taskStatus ? [] : [`training task: ${after.taskStatus}`];
    case 'progress':
      return progressLine(before, after);
    case 'warning':
      return [`warning: ${plain(event.message)}`];
    case 'retry':
      return [`trouble: ${after.note}; trying again in ${duration(event.retryInMs)}`];
    case 'unknown':
      return [`the server says "${plain(event.status, 40)}", which is new; waiting on`];
    default:
      return [];
  }
}

/** A tenth passed is worth a line; every look is not. */
function progressLine(before: ProgressView, after: ProgressView): string[] {
  const tenth = Math.floor(after.fraction * 10);
  if (tenth <= Math.floor(before.fraction * 10) || after.fraction >= 1) return [];
  const left = after.remainingMs === undefined ? '' : `, about ${duration(after.remainingMs)} left`;
  return [`${tenth * 10} %${left}`];
}

/** What is said of a song in a log line. */
function songLine(song: SongView, index: number, total: number): string {
  const width = String(total).length;
  const number = String(index + 1).padStart(width);
  return `song ${number}/${total} ${song.label}: ${songState(song)}`;
}

/** The state of a song in words, with its clip or the reason. */
export function songState(song: SongView): string {
  const reason = song.reason === undefined ? '' : `: ${song.reason}`;
  switch (song.status) {
    case 'waiting':
      return 'queued';
    case 'hosting':
      return song.fraction === undefined ? 'hosting' : `hosting ${Math.floor(song.fraction * 100)} %`;
    case 'sent':
      return 'uploading';
    case 'running':
      return 'being read';
    case 'retrying':
      return `once more${reason}`;
    case 'done':
      return song.clipId === undefined ? 'clip ready' : `clip ready ${song.clipId}`;
    case 'failed':
      return `failed${reason}`;
    default:
      return plain(song.status, 40);
  }
}
