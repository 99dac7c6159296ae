import OpenAI from 'openai';

const client = new OpenAI({ apiKey: 'k' });
const models = await client.models.list();
const model = await client.models.retrieve('m');
const file = await client.files.retrieve('f');
const files = await client.files.list();
const job = await client.fineTuning.jobs.create({ model: 'm', training_file: file.id });
const retrieved = await client.fineTuning.jobs.retrieve(job.id);
const events = await client.fineTuning.jobs.listEvents(job.id);
const vectors = await client.embeddings.create({ model: model.id, input: 'rain' });
const image = await client.images.generate({ prompt: 'rain' });
const moderated = await client.moderations.create({ input: 'rain' });
export const results: unknown[] = [
  models.data,
  files.data,
  retrieved.status,
  events.data,
  vectors.data,
  image,
  moderated.results,
];
