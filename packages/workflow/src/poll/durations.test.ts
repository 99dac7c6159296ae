import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnDuration, parseDurations } from './durations.ts';

describe('learnDuration', () => {
  it('keeps the latest forty, and drops what is no duration', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noDefaultInfinity: false })), (values) => {
        let history = parseDurations();
        for (const value of values) history = learnDuration(history, 'upload', value);
        const good = values.map((value) => Math.round(value)).filter((value) => value >= 0 && value <= 3_600_000);
        expect(history).toEqual({ training: [], upload: good.slice(-40), generate: [] });
      }),
    );
  });
});

describe('parseDurations', () => {
  it('reads back what was saved', () => {
    const history = learnDuration(learnDuration(parseDurations(), 'training', 150_000.4), 'upload', 9000);
    expect(parseDurations(JSON.stringify(history))).toEqual({ training: [150_000], upload: [9000], generate: [] });
  });

  it('takes any text for what it is worth', () => {
    const nothing = { training: [], upload: [], generate: [] };
    for (const text of [undefined, '', '{', 'null', '7', '[]', '{"training":7}', '{"training":["1",null,-1,1e99]}'])
      expect(parseDurations(text)).toEqual(nothing);
    fc.assert(fc.property(fc.json(), (text) => void parseDurations(text)));
  });
});
