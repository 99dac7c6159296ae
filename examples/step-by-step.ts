// The four calls that a training is made of, one at a time, without the workflow's handling of lost responses.
// MOUNTSEA_API_KEY=… node step-by-step.ts https://example.com/1.mp3 … https://example.com/6.mp3
import { createClient, findClipId, findModelId, type Task } from '@mountsea-suno/client';

const client = createClient();

async function finished(taskId: string): Promise<Task> {
  for (;;) {
    const task = await client.tasks.get(taskId);
    if (task.status === 'success') return task;
    if (task.status === 'failed' || task.status === 'timeout')
      throw new Error(`Task ${taskId}: ${task.failReason ?? task.status}`);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
}

const { sessionId } = await client.customModel.prepare();
const clipIds: string[] = [];
for (const audioUrl of process.argv.slice(2)) {
  const { taskId } = await client.customModel.upload({ sessionId, audioUrl });
  const clipId = findClipId(await finished(taskId));
  if (clipId !== undefined) clipIds.push(clipId);
}
const { taskId } = await client.customModel.create({ sessionId, clipIds, name: 'v6Pro' }); // 100 credits
console.log(findModelId(await finished(taskId)));
