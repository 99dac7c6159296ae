/** Starts the training in a directory, or resumes it: `node train-child.ts URL DIRECTORY`. Says `begin`, and in the end the model as JSON. */
import { createClient } from '@mountsea-suno/client';
import { resumeTraining, startTraining } from '@mountsea-suno/workflow';
import { fileStore } from '@mountsea-suno/workflow/node';
import { songUrls } from '../harness/song-urls.ts';
import { fastClock } from './fast-clock.ts';

const [, , baseUrl = '', directory = ''] = process.argv;
const client = createClient({ apiKey: 'sandbox-key', baseUrl, usageBaseUrl: baseUrl, clock: fastClock });
const store = fileStore({ directory });
const options = { client, store, clock: fastClock, pollIntervalMs: 500, settleMs: 10_000 };
process.stdout.write('begin\n');
const [id] = await store.list();
const training =
  id === undefined
    ? await startTraining({ ...options, name: 'v6Pro', audioUrls: songUrls(6) })
    : await resumeTraining(id, options);
process.stdout.write(`${JSON.stringify(await training.result())}\n`);
