import stringWidth from 'string-width';
import type { Style } from '../terminal/output.ts';
import { cut, fit } from '../text/columns.ts';
import { duration } from '../text/format.ts';
import { songState } from './log-lines.ts';
import { estimateAt, type ProgressView, type SongStatus, type SongView } from './view.ts';

/** Where a frame is drawn. */
export interface FrameSpace {
  /** Columns and rows of the terminal. */
  readonly columns: number;
  readonly rows: number;
  readonly style: Style;
  /** Milliseconds on the training's clock. */
  readonly now: number;
  /** Counts frames, to turn the spinner. */
  readonly tick: number;
}

const margin = '  ';
const minTitle = 10;
const minWidth = 19;
const spinner = [...'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'];
const order: readonly SongStatus[] = ['failed', 'retrying', 'running', 'sent', 'hosting', 'waiting', 'done'];

/** The whole progress of a training as lines that fit the terminal: a line a song, then one for the training. */
export function frame(view: ProgressView, space: FrameSpace): string[] {
  const width = Math.max(minWidth, space.columns - 1);
  const fixed = view.note === undefined ? 2 : 3;
  const lines = [...songLines(view.songs, Math.max(1, space.rows - 1 - fixed), width, space), trainingLine(view, width, space)];
  if (view.note !== undefined) lines.push(space.style('yellow', cut(`  ! ${view.note}`, width)));
  return lines;
}

/** All songs if there is room; else those that are under way, and a count of the others. */
function songLines(songs: readonly SongView[], room: number, width: number, frameSpace: FrameSpace): string[] {
  const space = { ...frameSpace, labelWidth: Math.max(0, ...songs.map((song) => stringWidth(song.label))) };
  const numbered = songs.map((song, index) => ({ song, index }));
  if (songs.length <= room) return numbered.map(({ song, index }) => songRow(song, index, songs.length, width, space));
  const shown = numbered
    .toSorted((a, b) => order.indexOf(a.song.status) - order.indexOf(b.song.status) || a.index - b.index)
    .slice(0, room - 1)
    .toSorted((a, b) => a.index - b.index);
  const done = songs.filter((song) => song.status === 'done').length;
  const rest = space.style('dim', cut(`    … ${songs.length - shown.length} more; ${done} of ${songs.length} ready`, width));
  return [...shown.map(({ song, index }) => songRow(song, index, songs.length, width, space)), rest];
}

function songRow(
  song: SongView,
  index: number,
  total: number,
  width: number,
  space: FrameSpace & { labelWidth: number },
): string {
  const number = String(index + 1).padStart(String(total).length);
  const state = songState(song);
  // A clip id is shown if the terminal is wide enough for it beside the name.
  const stateWidth = width >= 100 ? 52 : Math.min(26, Math.floor(width * 0.45));
  const label = fit(`${number} ${song.label}`, Math.min(space.labelWidth + number.length + 1, width - stateWidth - 6));
  return `  ${sign(song.status, space)} ${label}  ${space.style(tint(song.status), cut(width >= 100 ? state : short(song, state), stateWidth))}`;
}

function short(song: SongView, state: string): string {
  return song.status === 'done' ? 'clip ready' : state;
}

function sign(status: string, { style, tick }: FrameSpace): string {
  if (status === 'done') return style('green', '✔');
  if (status === 'failed') return style('red', '✘');
  if (status === 'retrying') return style('yellow', '↻');
  if (status === 'waiting') return style('dim', '·');
  return style('cyan', spinner[tick % spinner.length] ?? '');
}

function tint(status: SongStatus): Parameters<Style>[0] {
  if (status === 'failed') return 'red';
  if (status === 'retrying') return 'yellow';
  return status === 'done' ? 'green' : 'dim';
}

const words: Record<string, string> = {
  preparing: 'preparing',
  uploading: 'uploading',
  creating: 'creating',
  training: 'training',
  done: 'trained',
  failed: 'failed',
};

/** `⠹ training v6Pro  ███████░░░░░  52 %  1:14  about 1:05 left`; what does not fit is left out, the bar first. */
function trainingLine(view: ProgressView, width: number, space: FrameSpace): string {
  const { style } = space;
  const { elapsedMs, remainingMs, ...estimate } = estimateAt(view, space.now);
  const ended = view.phase === 'done' || view.phase === 'failed';
  const ready = view.songs.filter((song) => song.status === 'done').length;
  // While songs are uploaded, the number of finished ones says more than a percentage.
  const counts = view.phase === 'preparing' || view.phase === 'uploading';
  const fraction = counts ? ready / Math.max(1, view.songs.length) : estimate.fraction;
  const percent = counts ? `${ready}/${view.songs.length}` : `${String(Math.floor(fraction * 100)).padStart(3)} %`;
  const elapsed = `${percent}  ${duration(elapsedMs)}`;
  const whole = ended || remainingMs === undefined ? elapsed : `${elapsed}  about ${duration(remainingMs)} left`;
  const room = width - margin.length - 2;
  const tail = [whole, elapsed].find((text) => text.length + 2 + minTitle <= room) ?? percent;
  const title = cut(`${words[view.phase] ?? view.phase} ${view.name}`, room - 2 - tail.length);
  return `${margin}${sign(view.phase, space)} ${style('bold', title)}${bar(fraction, room - stringWidth(title) - tail.length - 4, style)}  ${tail}`;
}

function bar(fraction: number, room: number, style: Style): string {
  const width = Math.min(40, room);
  if (width < 5) return '';
  const full = Math.round(width * fraction);
  return `  ${style('cyan', '█'.repeat(full))}${style('dim', '░'.repeat(width - full))}`;
}
