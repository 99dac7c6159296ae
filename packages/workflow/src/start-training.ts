import type { ResumeTrainingOptions, StartTrainingOptions } from './options.ts';
import type { Training } from './training.ts';

export async function startTraining(options: StartTrainingOptions): Promise<Training> {
  void options;
  throw new Error('under construction');
}

export async function resumeTraining(id: string, options: ResumeTrainingOptions): Promise<Training> {
  void id;
  void options;
  throw new Error('under construction');
}
