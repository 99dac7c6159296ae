import { printableText } from '@mountsea-suno/internal';
import type { TrainingEvent } from '@mountsea-suno/workflow';
import { duration } from '../text/format.ts';
import type { ProgressView, SongView } from './view.ts';

const phases: Record<string, string> = {
  preparing: 'preparing a session',
  uploading: 'uploading the songs',
  creating: 'creating the model',
  training: 'training',
  done: 'trained',
  failed: 'failed',
};

const creates: Record<string, string> = {
  intended: 'create: sending (100 credits)',
  accepted: 'create: accepted',
  refused: 'create: refused',
  'outcome-unknown':
    'create: the response was lost; checking whether it was accepted, and nothing is sent again before that is known',
  reconciling: 'create: checking its outcome',
};

/** The lines of a log about one event, without the time; there may be none. `before` and `after` are the views around the event. */
export function logLines(before: ProgressView, after: ProgressView, event: TrainingEvent): string[] {
  switch (event.type) {
    case 'phase':
      return before.phase === after.phase ? [] : [phases[event.phase] ?? printableText(event.phase, 40)];
    case 'upload': {
      const song = after.songs[event.index];
      return song === undefined || event.status === 'waiting' ? [] : [songLine(song, event.index, after.songs.length)];
    }
    case 'create':
      return [creates[event.status] ?? `create: ${printableText(event.status, 40)}`];
    case 'task':
      return before.taskStatus === after.taskStatus ? [] : [`training task: ${after.taskStatus}`];
    case 'progress':
      return progressLine(before, after);
    case 'warning':
      return [`warning: ${printableText(event.message)}`];
    case 'retry':
      return [`retrying in ${duration(event.retryInMs)}: ${after.note}`];
    case 'unknown':
      return [`the server reports the unknown status "${printableText(event.status, 40)}"; still waiting`];
    default:
      return [];
  }
}

/** A line for each tenth of the training, so that not every poll has one. */
function progressLine(before: ProgressView, after: ProgressView): string[] {
  const tenth = Math.floor(after.fraction * 10);
  if (tenth <= Math.floor(before.fraction * 10) || after.fraction >= 1) return [];
  const left = after.remainingMs === undefined ? '' : `, about ${duration(after.remainingMs)} left`;
  return [`${tenth * 10} %${left}`];
}

/** The line of a log about a song. */
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
      return 'processing';
    case 'retrying':
      return `retrying${reason}`;
    case 'done':
      return song.clipId === undefined ? 'clip ready' : `clip ready ${song.clipId}`;
    case 'failed':
      return `failed${reason}`;
    default:
      return printableText(song.status, 40);
  }
}
