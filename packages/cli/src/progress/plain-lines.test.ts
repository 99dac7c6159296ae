import { expect, it } from 'vitest';
import { event, halfway, labels } from './events.fixture.ts';
import { plainLines } from './plain-lines.ts';
import { applyEvent, emptyView } from './view.ts';

function log(events: readonly Parameters<typeof applyEvent>[1][]): string[] {
  let view = emptyView('v6Pro', labels, 0);
  return events.flatMap((one) => {
    const before = view;
    view = applyEvent(view, one);
    return plainLines(before, view, one);
  });
}

it('tells a training in lines', () => {
  expect(log(halfway)).toMatchSnapshot();
});

it('tells each tenth of the training once', () => {
  const looks = [0.12, 0.17, 0.21, 0.21, 0.5].map((fraction) =>
    event(fraction * 100, { type: 'progress', fraction, elapsedMs: 0, remainingMs: 60_000 }),
  );
  expect(log(looks)).toEqual(['10 %, about 1:00 left', '20 %, about 1:00 left', '50 %, about 1:00 left']);
});

it('tells warnings, trouble, new statuses and lost answers, harmlessly', () => {
  expect(
    log([
      event(1, { type: 'warning', message: 'the name is\u001b[2J long', code: 'name_long' }),
      event(2, { type: 'retry', message: 'no answer', code: 'timed_out', retryInMs: 8_000 }),
      event(3, { type: 'unknown', status: 'dream\u0007ing' }),
      event(4, { type: 'create', status: 'outcome-unknown' }),
    ]),
  ).toEqual([
    'warning: the name is long',
    'trouble: no answer (timed_out); trying again in 0:08',
    'the server says "dream ing", which is new; waiting on',
    'create: the answer was lost; finding out whether it was accepted, nothing is sent again before that is known',
  ]);
});
