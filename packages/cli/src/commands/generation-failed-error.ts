import type { Task } from '@mountsea-suno/client';
import { plain } from '../text/plain.ts';

/** The API reported that a generate task failed. Exit code 4. */
export class GenerationFailedError extends Error {
  readonly code = 'generation_failed';
  readonly taskId: string;
  constructor(taskId: string, task: Task) {
    super(`the song ${plain(task.status, 40)}: ${plain(task.failReason ?? 'no reason given')}`);
    this.name = 'GenerationFailedError';
    this.taskId = taskId;
  }
}
