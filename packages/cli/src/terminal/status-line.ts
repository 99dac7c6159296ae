import { cut } from '../text/columns.ts';
import { createLiveRegion, pauseOnSuspend } from './live-region.ts';
import { type Output, screenSize } from './output.ts';

/** One line that says what goes on: redrawn on a terminal, a line per change elsewhere. */
export interface StatusLine {
  /** `text` gives the line for a terminal and is called for each redraw; `log` is the line for a log, written when it differs from the last one. */
  show(text: (tick: number) => string, log: string): void;
  end(): void;
}

const spinner = [...'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'];

/** A status line on the output's stream; nothing with `--quiet`. */
export function createStatusLine(output: Output): StatusLine {
  if (output.quiet) return { show: () => {}, end: () => {} };
  return output.live ? liveLine(output) : logLine(output);
}

function logLine(output: Output): StatusLine {
  let last = '';
  return {
    show: (_text, log) => {
      if (log === last) return;
      last = log;
      output.note(`${new Date().toISOString().slice(0, 19)}Z  ${log}`);
    },
    end: () => {},
  };
}

function liveLine({ stream, style }: Output): StatusLine {
  const region = createLiveRegion(stream);
  let text: (tick: number) => string = () => '';
  let tick = 0;
  const draw = (): void => {
    const line = cut(text(tick), Math.max(10, screenSize(stream).columns - 5));
    if (line !== '') region.draw([`  ${style('cyan', spinner[tick % spinner.length] ?? '')} ${line}`]);
  };
  const timer = setInterval(() => {
    tick += 1;
    draw();
  }, 100);
  timer.unref();
  const endPausing = pauseOnSuspend(region);
  const end = (): void => {
    clearInterval(timer);
    endPausing();
    process.off('exit', end);
    region.draw([]);
    region.end();
  };
  process.on('exit', end);
  return {
    show: (next) => {
      text = next;
      draw();
    },
    end,
  };
}
