import { describe, expect, it } from 'vitest';
import { fixedPolicy, type Policy, peerPolicies, plannedPolicy } from './policies.ts';
import { seededRandom } from './seeded-random.ts';
import { drawDocumentedTrainings, drawTrainings, missedMarks, shareOfFixedPolls, simulatePolls } from './simulate-polls.ts';

const trainings = drawTrainings(2000, seededRandom(1));
const documented = drawDocumentedTrainings(1000, seededRandom(2));

const missed = (policy: Policy): string[] =>
  missedMarks(simulatePolls(policy, documented), shareOfFixedPolls(simulatePolls(policy, trainings), trainings));

describe('the planned schedule', () => {
  it('meets the marks before it has seen anything', () => {
    expect(missed(plannedPolicy('planned'))).toEqual([]);
  });

  it.each([1, 2, 3])('meets the marks after what it has seen (seed %i)', (seed) => {
    for (const count of [3, 10, 40])
      expect(
        missedMarks(simulatePolls(plannedPolicy('learned', drawDocumentedTrainings(count, seededRandom(seed))), documented), 0),
      ).toEqual([]);
  });

  it('notices the trainings of a very quick server', () => {
    const quick = Array.from({ length: 1000 }, (_, index) => 3 * index);
    const { pollsMean, latenessMedianMs, latenessP95Ms } = simulatePolls(plannedPolicy('planned'), quick);
    expect(pollsMean).toBeLessThan(2);
    expect(latenessMedianMs).toBeLessThan(2500);
    expect(latenessP95Ms).toBeLessThan(8000);
  });

  it('is measured by marks that no policy of the peers meets, nor any fixed interval', () => {
    for (const policy of [...peerPolicies, ...[1500, 2500, 3500, 7500, 15_000].map(fixedPolicy)])
      expect(missed(policy), policy.name).not.toEqual([]);
  });
});
