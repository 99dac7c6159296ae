import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDurationModel, learnDuration, parseDurations } from './duration-model.ts';

const kind = fc.constantFrom('training', 'upload', 'generate');
const seen = fc.array(fc.integer({ min: 0, max: 3_600_000 }), { maxLength: 40 });
const elapsed = fc.integer({ min: 0, max: 30 * 24 * 3_600_000 });

describe('createDurationModel', () => {
  it('gives a wait and an estimate at any time, whatever was seen', () => {
    fc.assert(
      fc.property(kind, seen, elapsed, (kind, seen, elapsed) => {
        const model = createDurationModel(kind, seen);
        const delayMs = model.nextDelayMs(elapsed);
        expect(delayMs).toBeGreaterThan(0);
        expect(delayMs).toBeLessThanOrEqual(30_000);
        const { remainingMs, fraction } = model.estimate(elapsed);
        expect(remainingMs).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('polls often when a task is due and seldom before', () => {
    const { nextDelayMs } = createDurationModel('training');
    expect(nextDelayMs(60_000)).toBeGreaterThan(15_000);
    expect(nextDelayMs(150_000)).toBeLessThan(3500);
    expect(nextDelayMs(180_000)).toBeLessThan(2500);
    expect(nextDelayMs(1_500_000)).toBe(30_000);
  });

  it('polls early, in case the server is fast', () => {
    expect(createDurationModel('training').nextDelayMs(0)).toBe(2500);
    const learned = createDurationModel('training', Array<number>(20).fill(2000));
    expect(learned.nextDelayMs(0)).toBeLessThan(2200);
    expect(learned.nextDelayMs(2000)).toBeLessThan(500);
  });

  it('learns where tasks take their own time, and is not misled by a single odd one', () => {
    const learned = createDurationModel('training', Array<number>(20).fill(60_000));
    expect(learned.nextDelayMs(60_000)).toBeLessThan(2000);
    expect(learned.estimate(30_000).remainingMs).toBeGreaterThan(20_000);
    expect(learned.estimate(30_000).remainingMs).toBeLessThan(40_000);
    const odd = createDurationModel('training', [...Array<number>(20).fill(60_000), 3_000_000]);
    for (const elapsedMs of [0, 20_000, 40_000, 60_000])
      expect(Math.abs(odd.estimate(elapsedMs).remainingMs - learned.estimate(elapsedMs).remainingMs)).toBeLessThan(2000);
  });

  it('estimates the documented two to three minutes', () => {
    const { estimate } = createDurationModel('training');
    expect(estimate(0).remainingMs).toBeGreaterThan(120_000);
    expect(estimate(0).remainingMs).toBeLessThan(180_000);
    expect(estimate(0).fraction).toBe(0);
    expect(estimate(100_000).fraction).toBeGreaterThan(0.5);
    expect(estimate(170_000).fraction).toBeGreaterThan(0.85);
  });
});

describe('learnDuration', () => {
  it('keeps the latest forty and leaves out what cannot be a duration', () => {
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

  it('reads nothing from a text that is not a history', () => {
    const nothing = { training: [], upload: [], generate: [] };
    for (const text of [undefined, '', '{', 'null', '7', '[]', '{"training":7}', '{"training":["1",null,-1,1e99]}'])
      expect(parseDurations(text)).toEqual(nothing);
    fc.assert(fc.property(fc.json(), (text) => void parseDurations(text)));
  });
});
