import type { TrainingEvent } from '@mountsea-suno/workflow';
import { createLiveRegion, type LiveRegion } from '../terminal/live-region.ts';
import { onSuspend } from '../terminal/on-suspend.ts';
import type { Output } from '../terminal/output.ts';
import { screenSize } from '../terminal/screen-size.ts';
import { frame } from './frame.ts';
import { plainLines } from './plain-lines.ts';
import { applyEvent, applyHosting, emptyView, type ProgressView } from './view.ts';

/** Shows one training while it goes on. */
export interface ProgressDisplay {
  event(event: TrainingEvent): void;
  /** A file on its way to the host, 0 to 1. */
  hosting(index: number, fraction: number): void;
  /** A line that stays. */
  note(line: string): void;
  /** Leaves the terminal whole. Safe to call twice. */
  end(): void;
}

/** What a display needs to know beforehand. */
export interface DisplayOptions {
  readonly output: Output;
  readonly name: string;
  readonly labels: readonly string[];
  /** Milliseconds on the training's clock. */
  readonly now: () => number;
}

const frameIntervalMs = 100;

/** A redrawn region on a terminal, timestamped lines elsewhere, nothing with `--quiet`. */
export function createDisplay(options: DisplayOptions): ProgressDisplay {
  if (options.output.quiet) return { event: () => {}, hosting: () => {}, note: () => {}, end: () => {} };
  return options.output.live ? liveDisplay(options) : plainDisplay(options);
}

function plainDisplay({ output, name, labels, now }: DisplayOptions): ProgressDisplay {
  let view = emptyView(name, labels, now());
  // The time of day, whatever clock the training runs on: it is a log.
  const say = (line: string): void => output.note(`${new Date().toISOString().slice(0, 19)}Z  ${line}`);
  return {
    event: (event) => {
      const before = view;
      view = applyEvent(view, event);
      for (const line of plainLines(before, view, event)) say(line);
    },
    hosting: (index, fraction) => {
      const song = view.songs[index];
      if (song?.status !== 'hosting') say(`song ${index + 1}/${view.songs.length} ${song?.label}: hosting`);
      view = applyHosting(view, index, fraction);
      if (fraction >= 1) say(`song ${index + 1}/${view.songs.length} ${song?.label}: hosted`);
    },
    note: say,
    end: () => {},
  };
}

function liveDisplay({ output, name, labels, now }: DisplayOptions): ProgressDisplay {
  const { stream, style } = output;
  const region: LiveRegion = createLiveRegion(stream);
  let view: ProgressView = emptyView(name, labels, now());
  let tick = 0;
  const draw = (): void => region.draw(frame(view, { ...screenSize(stream), style, now: now(), tick }));
  const timer = setInterval(() => {
    tick += 1;
    draw();
  }, frameIntervalMs);
  timer.unref();
  stream.on('resize', draw);
  const forgetSuspend = onSuspend(region);
  const end = (): void => {
    clearInterval(timer);
    stream.off('resize', draw);
    forgetSuspend();
    process.off('exit', end);
    region.end();
  };
  // However the process ends, the cursor comes back.
  process.on('exit', end);
  return {
    event: (event) => {
      const before = view;
      view = applyEvent(view, event);
      // What somebody should read later too is not left to a line that the next look redraws.
      if (stays(event)) for (const line of plainLines(before, view, event)) region.above(style.yellow(line));
    },
    hosting: (index, fraction) => {
      view = applyHosting(view, index, fraction);
    },
    note: (line) => region.above(line),
    end: () => {
      draw();
      end();
    },
  };
}

function stays(event: TrainingEvent): boolean {
  return event.type === 'warning' || event.type === 'unknown' || (event.type === 'create' && event.status === 'outcome-unknown');
}
