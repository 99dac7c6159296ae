import { fixedPolicy, type Policy } from './policies.ts';

/** What a policy costs and what it gives, over many trainings. Lateness is the time from a task's end to the poll that found it. */
export interface PolicyResult {
  policy: string;
  pollsMean: number;
  pollsMedian: number;
  latenessMeanMs: number;
  latenessMedianMs: number;
  latenessP95Ms: number;
}

/** Durations of trainings, in ms: 90 % between 115 and 190 s, the rest anywhere from 60 to 400 s. */
export function drawTrainings(count: number, random: () => number): number[] {
  return Array.from({ length: count }, () => (random() < 0.9 ? 115_000 + 75_000 * random() : 60_000 + 340_000 * random()));
}

/** Durations of trainings that keep to the documented two to three minutes, in ms. */
export function drawDocumentedTrainings(count: number, random: () => number): number[] {
  return Array.from({ length: count }, () => 120_000 + 60_000 * random());
}

export function simulatePolls(policy: Policy, durationsMs: readonly number[]): PolicyResult {
  const polls: number[] = [];
  const lateness: number[] = [];
  for (const durationMs of durationsMs) {
    let at = 0;
    let count = 0;
    while (at < durationMs) at += policy.nextDelayMs(at, count++);
    polls.push(count);
    lateness.push(at - durationMs);
  }
  return {
    policy: policy.name,
    pollsMean: mean(polls),
    pollsMedian: quantile(polls, 0.5),
    latenessMeanMs: mean(lateness),
    latenessMedianMs: quantile(lateness, 0.5),
    latenessP95Ms: quantile(lateness, 0.95),
  };
}

/** Its polls in proportion to those of the fixed interval that is as late as it in the mean. */
export function shareOfFixedPolls(result: PolicyResult, durationsMs: readonly number[]): number {
  let low = 1;
  let high = 120_000;
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (simulatePolls(fixedPolicy(middle), durationsMs).latenessMeanMs > result.latenessMeanMs) high = middle;
    else low = middle;
  }
  return result.pollsMean / simulatePolls(fixedPolicy(low), durationsMs).pollsMean;
}

/** The marks that a policy misses. `documented`: its result for trainings of 2 to 3 minutes. */
export function missedMarks(documented: PolicyResult, shareOfFixed: number): string[] {
  const marks: [string, number, number][] = [
    ['polls, median', documented.pollsMedian, 20],
    ['lateness, median, ms', documented.latenessMedianMs, 1500],
    ['lateness, 95 %, ms', documented.latenessP95Ms, 4000],
    ['share of the polls of the fixed interval that is as late', shareOfFixed, 0.45],
  ];
  return marks.filter(([, value, most]) => !(value <= most)).map(([name, value, most]) => `${name}: ${value}, more than ${most}`);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN;
}
