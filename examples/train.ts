// Six or more public audio URLs in, a model to generate with out.
// MOUNTSEA_API_KEY=… node train.ts https://example.com/1.mp3 … https://example.com/6.mp3
import { createClient } from '@mountsea-suno/client';
import { startTraining } from '@mountsea-suno/workflow';

const client = createClient(); // the key comes from MOUNTSEA_API_KEY
const training = await startTraining({ client, name: 'v6Pro', audioUrls: process.argv.slice(2) });
const model = await training.result(); // three to four minutes, 100 credits

const { taskId } = await client.generate({ task: 'create', model: model.id, prompt: 'a song about the sea' });
console.log(model.id, taskId);
