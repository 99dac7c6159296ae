import stringWidth from 'string-width';
import { screenSize } from './output.ts';

/** The part of a terminal stream that is drawn on. `NodeJS.WriteStream` is one. */
export interface Screen {
  write(text: string): unknown;
  readonly columns?: number | undefined;
}

/** Lines at the bottom of a terminal that are redrawn in place. */
export interface LiveRegion {
  /** Replaces the lines. */
  draw(lines: readonly string[]): void;
  /** Writes a line above the region, where it stays. */
  above(line: string): void;
  /** Keeps the last lines and shows the cursor for a while: the next frame is drawn below whatever is written meanwhile. */
  pause(): void;
  /** Keeps the last lines and shows the cursor again. It may be called twice. */
  end(): void;
}

// Synchronized output: a terminal that supports it shows the whole frame at once; others ignore it.
const beginFrame = '\u001b[?2026h';
const endFrame = '\u001b[?2026l';
const hideCursor = '\u001b[?25l';
const showCursor = '\u001b[?25h';

/** A live region on `screen`. Each frame goes out in one write, and no line is erased before the next one replaces it, so nothing flickers. */
export function createLiveRegion(screen: Screen): LiveRegion {
  let drawn: readonly string[] = [];
  let ended = false;
  // After a resize the terminal has wrapped the old lines, so the rows are counted as they are now.
  const rows = (): number => {
    const { columns } = screenSize(screen);
    return drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil(stringWidth(line) / columns)), 0);
  };
  const paint = (fixed: readonly string[], lines: readonly string[]): void => {
    const up = rows();
    const body = [...fixed, ...lines].map((line) => `${line}\u001b[K\n`).join('');
    screen.write(`${beginFrame}${hideCursor}${up > 0 ? `\u001b[${up}A\r` : ''}${body}\u001b[J${endFrame}`);
    drawn = lines;
  };
  return {
    draw: (lines) => {
      if (!ended) paint([], lines);
    },
    above: (line) => (ended ? void screen.write(`${line}\n`) : paint([line], drawn)),
    pause: () => {
      if (ended) return;
      drawn = [];
      screen.write(showCursor);
    },
    end: () => {
      if (ended) return;
      ended = true;
      screen.write(showCursor);
    },
  };
}

/** On Ctrl-Z, shows the cursor for the shell; after `fg`, a new frame is drawn. Returns a function that ends this. */
export function pauseOnSuspend(region: LiveRegion): () => void {
  const suspend = (): void => {
    region.pause();
    process.kill(process.pid, 'SIGSTOP');
  };
  process.on('SIGTSTP', suspend);
  return () => void process.off('SIGTSTP', suspend);
}
