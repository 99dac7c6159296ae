// Measures the poll schedule against those of the peers, and what many trainings at once cost one process.
//   usage: npm run bench:workflow [-- --json] [-- --write] [-- --trainings N]
//   out:   tables, or one object with --json; with --write also results-workflow.md of this package
//   exit:  0 when every mark is met, 1 when one is missed: the report names it
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureDrift } from './measure-drift.ts';
import { measureWarmScale } from './measure-scale.ts';
import { peerPolicies, plannedPolicy } from './policies.ts';
import { seededRandom } from './seeded-random.ts';
import {
  drawDocumentedTrainings,
  drawTrainings,
  missedMarks,
  type PolicyResult,
  shareOfFixedPolls,
  simulatePolls,
} from './simulate-polls.ts';

const HEAP_KB_MARK = 25;

const { values: options } = parseArgs({
  options: { json: { type: 'boolean' }, write: { type: 'boolean' }, trainings: { type: 'string', default: '10000' } },
});

const documented = drawDocumentedTrainings(20_000, seededRandom(1));
const drawn = drawTrainings(20_000, seededRandom(2));
const policies = [
  ...peerPolicies,
  plannedPolicy('planned'),
  plannedPolicy('planned, 40 seen', drawTrainings(40, seededRandom(3))),
];
const polling = policies.map((policy) => {
  const ofDrawn = simulatePolls(policy, drawn);
  return { documented: simulatePolls(policy, documented), drawn: ofDrawn, shareOfFixedPolls: shareOfFixedPolls(ofDrawn, drawn) };
});
const ours = polling.at(-2);
const most = Number(options.trainings);
const scale = await measureWarmScale([0.1, 0.3, 1].map((share) => Math.round(most * share)));
const drift = await measureDrift(10_000, 15);

const missed = [
  ...(ours ? missedMarks(ours.documented, ours.shareOfFixedPolls) : ['nothing measured']),
  ...scale.flatMap(({ trainings, heapKbEach, pollsPerSecond, pollsPerSecondCap, charges }) => [
    ...((heapKbEach ?? 0) > HEAP_KB_MARK ? [`${trainings} trainings: ${heapKbEach} KB of heap each`] : []),
    ...(pollsPerSecond > pollsPerSecondCap + 1 ? [`${trainings} trainings: ${pollsPerSecond} polls in a second`] : []),
    ...(charges !== trainings ? [`${trainings} trainings: ${charges} charges`] : []),
  ]),
  ...(drift.behindMs > drift.timersLateMs ? [`timers drift: ${drift.behindMs} ms behind`] : []),
];

const seconds = (ms: number): string => (ms / 1000).toFixed(2);
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: (string | number)[][]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const cellsOf = ({
  pollsMean,
  pollsMedian,
  latenessMeanMs,
  latenessMedianMs,
  latenessP95Ms,
}: PolicyResult): (string | number)[] => [
  pollsMean.toFixed(1),
  pollsMedian,
  seconds(latenessMeanMs),
  seconds(latenessMedianMs),
  seconds(latenessP95Ms),
];
const pollingHead = ['policy', 'polls, mean', 'polls, median', 'late, mean s', 'late, median s', 'late, 95 % s'];

const report = `# Polling and scale

Measured ${new Date().toISOString().slice(0, 10)} on Node ${process.versions.node}, ${process.platform} ${process.arch}, by \`npm run bench:workflow\`.

## Polls and lateness, trainings of 2 to 3 minutes

${table(
  pollingHead,
  polling.map(({ documented }) => [documented.policy, ...cellsOf(documented)]),
)}

## Polls and lateness, 90 % between 115 and 190 s, the rest anywhere from 60 to 400 s

The last column: polls in proportion to those of the fixed interval that is as late in the mean.

${table(
  [...pollingHead, 'of the fixed'],
  polling.map(({ drawn, shareOfFixedPolls }) => [drawn.policy, ...cellsOf(drawn), `${Math.round(100 * shareOfFixedPolls)} %`]),
)}

## Trainings at once in one process

Against a server in the same process, on a virtual clock; heap and CPU include the server's share.

${table(
  ['trainings', 'heap KB each', 'CPU ms each', 'polls each', 'polls in a second, most', 'cap', 'virtual time s', 'charges'],
  scale.map((result) => [
    result.trainings,
    result.heapKbEach?.toFixed(1) ?? '–',
    result.cpuMsEach.toFixed(2),
    result.pollsEach.toFixed(1),
    result.pollsPerSecond,
    result.pollsPerSecondCap,
    seconds(result.tookMs),
    result.charges,
  ]),
)}

With every timer ${drift.timersLateMs} ms late, the last of ${drift.polls} polls at ${drift.pollsPerSecond} a second comes ${drift.behindMs} ms behind its plan.

${missed.length === 0 ? 'All marks met.' : `Missed: ${missed.join('; ')}.`}
`;

process.stdout.write(options.json ? `${JSON.stringify({ polling, scale, drift, missed }, null, 2)}\n` : report);
if (options.write) writeFileSync(new URL('../../results-workflow.md', import.meta.url), report);
process.exitCode = missed.length === 0 ? 0 : 1;
