import type { TrainingEvent } from '@mountsea-suno/workflow';
import { createLiveRegion, pauseOnSuspend } from '../terminal/live-region.ts';
import { type Output, screenSize } from '../terminal/output.ts';
import { frame } from './frame.ts';
import { logLines } from './log-lines.ts';
import { applyEvent, applyHosting, emptyView } from './view.ts';

/** Shows one training while it goes on. */
export interface ProgressDisplay {
  event(event: TrainingEvent): void;
  /** A file on its way to the host, 0 to 1. */
  hosting(index: number, fraction: number): void;
  /** Writes a line that stays on the screen. */
  note(line: string): void;
  /** Restores the terminal. It may be called twice. */
  end(): void;
}

/** What a display shows, and where. */
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
  return options.output.live ? liveDisplay(options) : logDisplay(options);
}

function logDisplay({ output, name, labels, now }: DisplayOptions): ProgressDisplay {
  let view = emptyView(name, labels, now());
  // A log shows the real time of day, even if the training runs on another clock.
  const say = (line: string): void => output.note(`${new Date().toISOString().slice(0, 19)}Z  ${line}`);
  return {
    event: (event) => {
      const before = view;
      view = applyEvent(view, event);
      for (const line of logLines(before, view, event)) say(line);
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
  const region = createLiveRegion(stream);
  let view = emptyView(name, labels, now());
  let tick = 0;
  const draw = (): void => region.draw(frame(view, { ...screenSize(stream), style, now: now(), tick }));
  const timer = setInterval(() => {
    tick += 1;
    draw();
  }, frameIntervalMs);
  timer.unref();
  stream.on('resize', draw);
  const endPausing = pauseOnSuspend(region);
  const end = (): void => {
    clearInterval(timer);
    stream.off('resize', draw);
    endPausing();
    process.off('exit', end);
    region.end();
  };
  // This shows the cursor again however the process ends.
  process.on('exit', end);
  return {
    event: (event) => {
      const before = view;
      view = applyEvent(view, event);
      // A line that should still be readable later stays above the frame.
      if (stays(event)) for (const line of logLines(before, view, event)) region.above(style('yellow', line));
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
