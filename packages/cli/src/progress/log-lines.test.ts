import { expect, it } from 'vitest';
import { event, halfway, labels } from './events.fixture.ts';
import { logLines } from './log-lines.ts';
import { applyEvent, emptyView } from './view.ts';

function log(events: readonly Parameters<typeof applyEvent>[1][]): string[] {
  let view = emptyView('v6Pro', labels, 0);
  return events.flatMap((one) => {
    const before = view;
    view = applyEvent(view, one);
    return logLines(before, view, one);
  });
}

it('reports a training in lines', () => {
  expect(log(halfway)).toMatchSnapshot();
});

it('reports each tenth of the training once', () => {
  const polls = [0.12, 0.17, 0.21, 0.21, 0.5].map((fraction) =>
    event(fraction * 100, { type: 'progress', fraction, elapsedMs: 0, remainingMs: 60_000 }),
  );
  expect(log(polls)).toEqual(['10 %, about 1:00 left', '20 %, about 1:00 left', '50 %, about 1:00 left']);
});

it('reports warnings, retries, unknown statuses and lost responses in printable lines', () => {
  expect(
    log([
      event(1, { type: 'warning', message: 'the name is\u001b[2J long', code: 'name_long' }),
      event(2, { type: 'retry', message: 'no response', code: 'timed_out', retryInMs: 8_000 }),
      event(3, { type: 'unknown', status: 'dream\u0007ing' }),
      event(4, { type: 'create', status: 'outcome-unknown' }),
    ]),
  ).toEqual([
    'warning: the name is long',
    'retrying in 0:08: no response (timed_out)',
    'the server reports the unknown status "dream ing"; still waiting',
    'create: the response was lost; checking whether it was accepted, and nothing is sent again before that is known',
  ]);
});
