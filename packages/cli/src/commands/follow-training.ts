import type { CustomModel, Training } from '@mountsea-suno/workflow';
import type { ProgressDisplay } from '../progress/display.ts';

/** Shows a training until it ends, and gives its model. */
export async function followTraining(training: Training, display: ProgressDisplay): Promise<CustomModel> {
  const shown = (async (): Promise<void> => {
    for await (const event of training.events()) display.event(event);
  })();
  try {
    return await training.result();
  } finally {
    await shown;
    display.end();
  }
}

/** What `--json` prints of a trained model. */
export function modelRecord(model: CustomModel): Record<string, unknown> {
  const { id, name, sessionId, credits, clips } = model;
  return { modelId: id, name, sessionId, credits, clips };
}
