import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { noColours } from '../terminal/output.ts';
import { event, halfway, labels, song } from './events.fixture.ts';
import { frame } from './frame.ts';
import { applyEvent, applyHosting, emptyView, type ProgressView } from './view.ts';

const start = emptyView('v6Pro', labels, 0);
const after = (events: Parameters<typeof applyEvent>[1][]): ProgressView => events.reduce(applyEvent, start);
const draw = (view: ProgressView, columns: number, rows = 24, now = 80_000): string[] =>
  frame(view, { columns, rows, style: noColours, now, tick: 3 });

describe('frame', () => {
  const uploading = after([...halfway.slice(0, 9)]);
  it.each([60, 120])('shows the songs on their way, at %i columns', (columns) => {
    expect(`\n${draw(uploading, columns, 24, 7_000).join('\n')}\n`).toMatchSnapshot();
  });

  it.each([60, 120])('shows the training half way, at %i columns', (columns) => {
    expect(`\n${draw(after([...halfway]), columns).join('\n')}\n`).toMatchSnapshot();
  });

  it('shows files on their way to the host', () => {
    const view = applyHosting(applyHosting(applyHosting(start, 0, 1), 1, 0.42), 2, 0);
    expect(`\n${draw(view, 80, 24, 3_000).join('\n')}\n`).toMatchSnapshot();
  });

  it('shows retries and failures', () => {
    const view = after([
      song(3, 1, 'failed', { reason: 'Audio source not found. \u001b[31m' }),
      event(4, { type: 'retry', message: 'the server failed', code: 'server_error', retryInMs: 4000 }),
    ]);
    expect(`\n${draw(view, 80, 24, 5_000).join('\n')}\n`).toMatchSnapshot();
  });

  it.each([20, 21, 33, 60, 80, 120, 300])('never passes %i columns', (columns) => {
    for (let known = 0; known <= halfway.length; known += 1) {
      for (const line of draw(after(halfway.slice(0, known)), columns)) expect(stringWidth(line)).toBeLessThan(columns);
    }
  });

  it('never passes the rows, and shows what is under way', () => {
    const many = emptyView(
      'big',
      Array.from({ length: 100 }, (_, index) => `song-${index}.wav`),
      0,
    );
    const view = [song(1, 97, 'running'), song(1, 40, 'failed'), song(1, 3, 'done')].reduce(applyEvent, many);
    const lines = draw(view, 80, 10);
    expect(lines.length).toBeLessThan(10);
    expect(lines.join('\n')).toMatch(/41 song-40.wav.*98 song-97.wav.*94 more; 1 of 100 ready/su);
  });

  it('continues the estimate between two polls and never says done before it is', () => {
    const view = after([...halfway]);
    expect(draw(view, 80, 24, 117_500).at(-1)).toMatch(/75 % {2}1:58 {2}about 0:38 left/u);
    expect(draw(view, 80, 24, 900_000).at(-1)).toMatch(/99 % {2}15:00$/u);
    expect(draw(applyEvent(view, event(150, { type: 'phase', phase: 'done' })), 80, 24, 150_000).at(-1)).toMatch(
      /✔ trained v6Pro .* 100 % {2}2:30$/u,
    );
  });
});
