/**
 * Records what this release saves in every phase of a training: `node test/support/record-fixtures.ts`. Writes `test/fixtures/state-v<version>-<name>.json`
 * for each name that is not there yet. A file that has been released is never recorded again.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { createClient } from '@mountsea-suno/client';
import type { FaultRule } from '@mountsea-suno/sandbox';
import { type ResumeTrainingOptions, resumeTraining, startTraining, type TrainingState } from '../../src/index.ts';
import { createWorld } from './world.ts';

interface Recording {
  /** The record to keep: the first one that is saved in this state. */
  keep: (state: TrainingState) => boolean;
  world?: Parameters<typeof createWorld>[0];
  faults?: FaultRule[];
  name?: string;
  /** Where the first run is detached. */
  detachAt?: (state: TrainingState) => boolean;
  /** How the training is resumed after its first run has ended. */
  resume?: Partial<ResumeTrainingOptions>;
  /** The server never shows the id of the model. */
  hidesModel?: boolean;
}

const operation = 'customModel.create';
const last = ({ creates }: TrainingState) => creates.at(-1);
const lostResponse: FaultRule = { operation, kind: 'reset', when: 'before' };
const failsTraining: FaultRule = { operation, kind: 'fail-task', failReason: 'Moderation.', failCode: 4100 };
const failsThird: FaultRule = {
  operation: 'customModel.upload',
  kind: 'fail-task',
  failReason: 'Busy.',
  match: ({ body }) => JSON.stringify(body).includes('/3.mp3'),
  times: 9,
};

const recordings: Record<string, Recording> = {
  started: { keep: ({ sessionId }) => sessionId === undefined },
  prepared: { keep: ({ sessionId }) => sessionId !== undefined },
  uploading: { keep: ({ uploads }) => uploads.filter(({ status }) => status === 'done').length === 3 },
  'upload-retrying': { faults: [failsThird], keep: ({ uploads }) => uploads[2]?.status === 'retrying' },
  'upload-failed': {
    faults: [failsThird],
    keep: ({ uploads }) => uploads.every(({ status }) => status === 'done' || status === 'failed'),
  },
  uploaded: { keep: ({ uploads }) => uploads.every(({ status }) => status === 'done') },
  baseline: { keep: ({ baseline }) => baseline !== undefined },
  'create-intended': { keep: (state) => last(state)?.outcome === 'intended' },
  'create-never-sent': {
    faults: [{ operation, kind: 'refused', times: 9 }],
    keep: (state) => last(state)?.knownFrom === 'never-sent',
  },
  'create-refused': {
    name: 'a name of more than sixteen characters',
    world: { switches: { longName: 'refused' } },
    keep: (state) => last(state)?.outcome === 'refused',
  },
  'no-credits': { world: { credits: 20 }, keep: (state) => last(state)?.outcome === 'refused' },
  'create-unknown': { faults: [lostResponse], keep: (state) => last(state)?.outcome === 'outcome-unknown' },
  'create-unknown-without-ledger': {
    faults: [lostResponse],
    world: { usage: false },
    keep: (state) => last(state)?.ledger?.finding === 'unavailable',
  },
  'create-not-accepted': { faults: [lostResponse], keep: (state) => last(state)?.knownFrom === 'ledger' },
  'create-accepted': { keep: (state) => last(state)?.outcome === 'accepted' },
  training: { keep: (state) => last(state)?.lastSnapshot?.status === 'running' },
  'model-missing': {
    hidesModel: true,
    keep: (state) => last(state)?.response !== undefined,
  },
  'training-failed': { faults: [failsTraining], keep: (state) => last(state)?.outcome === 'failed' },
  confirmed: { faults: [failsTraining], resume: { name: 'again' }, keep: ({ confirmation }) => confirmation !== undefined },
  'second-create': {
    faults: [failsTraining],
    resume: { name: 'again' },
    keep: ({ creates }) => creates[1]?.lastSnapshot?.status === 'running',
  },
  resumed: {
    detachAt: (state) => last(state)?.outcome === 'accepted',
    resume: {},
    keep: ({ resumedAt }) => resumedAt !== undefined,
  },
  done: { keep: ({ model }) => model !== undefined },
};

/** Runs a training until it has saved the record to keep, and gives that record. */
async function record({
  keep,
  world: options,
  faults = [],
  name = 'v6Pro',
  detachAt,
  resume,
  hidesModel,
}: Recording): Promise<string> {
  const world = createWorld(options);
  const { clock, sandbox, store, start, run } = world;
  for (const fault of faults) sandbox.faults.add(fault);
  const { apiKey, baseUrl } = sandbox;
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const response = await sandbox.fetch(url, init);
    const { status, headers } = response;
    return new Response((await response.text()).replaceAll(/chirp-custom:[\w-]+/g, 'hidden'), { status, headers });
  };
  const client = hidesModel ? createClient({ apiKey, baseUrl, usageBaseUrl: baseUrl, fetch, clock }) : run.client;
  let kept: string | undefined;
  let detach = (): void => {};
  const save = async (id: string, text: string): Promise<void> => {
    await store.save(id, text);
    const state = JSON.parse(text) as TrainingState;
    if (keep(state)) kept ??= text;
    if (detachAt?.(state)) detach();
  };
  const settings = { ...run, client, store: { ...store, save } };
  const training = await startTraining({ ...start, ...settings, name });
  detach = () => void training.detach();
  const end = training.result().catch(() => {});
  await clock.run(end);
  if (resume) {
    detach = () => {};
    const resumed = await resumeTraining(training.id, { ...settings, ...resume });
    await clock.run(resumed.result().catch(() => {}));
  }
  if (kept === undefined) throw new Error('No such record was saved.');
  return kept;
}

for (const [name, recording] of Object.entries(recordings)) {
  const text = await record(recording);
  const state = JSON.parse(text) as TrainingState;
  const file = new URL(`../fixtures/state-v${state.version}-${name}.json`, import.meta.url);
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(state, null, 2)}\n`);
}
