import Replicate from 'replicate';

const client = new Replicate({ auth: 'k' });
const prediction = await client.predictions.create({ version: 'v', input: { prompt: 'rain' } });
const retrieved = await client.predictions.get(prediction.id);
const cancelled = await client.predictions.cancel(prediction.id);
const predictions = await client.predictions.list();
const training = await client.trainings.create('a', 'b', 'c', { destination: 'a/b', input: {} });
const trained = await client.trainings.get(training.id);
const trainings = await client.trainings.list();
const model = await client.models.get('a', 'b');
const versions = await client.models.versions.list('a', 'b');
const account = await client.accounts.current();
export const results: unknown[] = [
  retrieved.status,
  cancelled.status,
  predictions.results,
  trained.status,
  trainings.results,
  model.name,
  versions,
  account.username,
];
