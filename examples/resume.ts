// A training outlives the process that started it: its state is a file, and any process can go on with it.
// MOUNTSEA_API_KEY=… node resume.ts https://example.com/1.mp3 … https://example.com/6.mp3
import { createClient } from '@mountsea-suno/client';
import { resumeTraining, startTraining } from '@mountsea-suno/workflow';
import { fileStore } from '@mountsea-suno/workflow/node';

const client = createClient();
const store = fileStore(); // in MOUNTSEA_SUNO_HOME

const started = await startTraining({ client, store, name: 'v6Pro', audioUrls: process.argv.slice(2) });
for await (const event of started.events()) {
  if (event.type === 'phase' && event.phase === 'training') break; // create is accepted: the 100 credits are spent
}
await started.detach(); // as if this process had died here

const resumed = await resumeTraining(started.id, { client, store });
const model = await resumed.result(); // the same session, the same clips, no second create
console.log(model.id);
