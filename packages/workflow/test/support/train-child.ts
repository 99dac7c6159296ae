/** Starts the training in a directory, or resumes it: `node train-child.ts URL DIRECTORY [wrong]`. Says `begin`, and in the end the model as JSON.
 * With `wrong`, the intent to create is saved only after it was sent. */
import { createClient } from '@mountsea-suno/client';
import { resumeTraining, startTraining, type TrainingStore } from '@mountsea-suno/workflow';
import { fileStore } from '@mountsea-suno/workflow/node';
import { fastClock } from './fast-clock.ts';
import { songUrls } from './song-urls.ts';
import { saveAfterSending } from './wrong-subjects.ts';

const [, , baseUrl = '', directory = '', wrong] = process.argv;
const client = createClient({ apiKey: 'sandbox-key', baseUrl, usageBaseUrl: baseUrl, clock: fastClock });
const files = fileStore({ directory });
const store: TrainingStore = wrong
  ? { ...files, save: async (id, text) => (saveAfterSending.keepText?.(text) ? files.save(id, text) : undefined) }
  : files;
const options = { client, store, clock: fastClock, pollIntervalMs: 500, settleMs: 20_000 };
process.stdout.write('begin\n');
const [id] = await store.list();
const training =
  id === undefined
    ? await startTraining({ ...options, name: 'v6Pro', audioUrls: songUrls(6) })
    : await resumeTraining(id, options);
process.stdout.write(`${JSON.stringify(await training.result())}\n`);
