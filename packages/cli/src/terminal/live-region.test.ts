import { expect, it } from 'vitest';
import { createLiveRegion } from './live-region.ts';

function fakeScreen(columns = 80): { columns: number; text: string; write: (text: string) => void } {
  return {
    columns,
    text: '',
    write(text) {
      this.text += text;
    },
  };
}

const up = (rows: number): string => `\u001b[${rows}A`;

it('draws each frame in one write, over the one before', () => {
  const screen = fakeScreen();
  const region = createLiveRegion(screen);
  region.draw(['a', 'b']);
  screen.text = '';
  region.draw(['c', 'd']);
  expect(screen.text).toContain(`${up(2)}\rc\u001b[K\nd\u001b[K\n\u001b[J`);
});

it('counts the rows that lines take after the terminal became narrower', () => {
  const screen = fakeScreen(80);
  const region = createLiveRegion(screen);
  region.draw(['x'.repeat(70), 'y']);
  screen.columns = 30;
  screen.text = '';
  region.draw(['z']);
  expect(screen.text).toContain(up(4));
});

it('redraws in place on a terminal that does not know its size', () => {
  const screen = fakeScreen(0);
  const region = createLiveRegion(screen);
  region.draw(['a', 'b']);
  screen.text = '';
  region.draw(['c', 'd']);
  expect(screen.text).toContain(up(2));
});

it('writes lines above, where they stay', () => {
  const screen = fakeScreen();
  const region = createLiveRegion(screen);
  region.draw(['frame']);
  screen.text = '';
  region.above('note');
  expect(screen.text).toContain(`${up(1)}\rnote\u001b[K\nframe\u001b[K\n`);
});

it('shows the cursor again once, and draws nothing after that', () => {
  const screen = fakeScreen();
  const region = createLiveRegion(screen);
  region.draw(['frame']);
  region.end();
  screen.text = '';
  region.end();
  region.draw(['late']);
  expect(screen.text).toBe('');
  region.above('after');
  expect(screen.text).toBe('after\n');
});

it('draws below what was written during a pause', () => {
  const screen = fakeScreen();
  const region = createLiveRegion(screen);
  region.draw(['frame']);
  screen.text = '';
  region.pause();
  expect(screen.text).toBe('\u001b[?25h');
  screen.text = '';
  region.draw(['next']);
  expect(screen.text).not.toContain(up(1));
});
