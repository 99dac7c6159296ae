import type { CustomModel, Training } from '@mountsea-suno/workflow';
import type { ProgressDisplay } from '../progress/display.ts';
import { plain } from '../text/plain.ts';

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

/** What `--json` prints of a trained model; a clip of a local file has `file` in place of the URL, which is dead by then. */
export function modelRecord(model: CustomModel, fileOf?: (url: string) => string | undefined): Record<string, unknown> {
  const { id, name, sessionId, credits, clips } = model;
  const songs = clips.map(({ audioUrl, clipId }) => {
    const file = fileOf?.(audioUrl);
    return file === undefined ? { audioUrl, clipId } : { file, clipId };
  });
  return { modelId: id, name, sessionId, credits, clips: songs };
}

/** What people read of a trained model. */
export function modelLines(model: CustomModel): string[] {
  return [
    `Model    ${plain(model.id)}`,
    `Name     ${plain(model.name)}`,
    `Songs    ${model.clips.length}`,
    `Credits  ${model.credits}`,
    `Session  ${plain(model.sessionId)}`,
  ];
}

/** Whether every song of a training is at the server. */
export function needsNoFiles({ state }: Pick<Training, 'state'>): boolean {
  return state.creates.length > 0 || state.uploads.every(({ status }) => status === 'done');
}
