import { type ResumeTrainingOptions, resumeTraining } from '@mountsea-suno/workflow';
import { type Context, openClient, openStore } from '../context.ts';
import { keepModel } from '../models/model-registry.ts';
import { createDisplay } from '../progress/display.ts';
import { songLabel } from '../text/song-label.ts';
import { consent } from './consent.ts';
import { followTraining, modelRecord } from './follow-training.ts';
import { modelLines, type RunFlags, runOptions } from './train.ts';
import { findTraining } from './training-id.ts';

/** The flags of `resume`. */
export interface ResumeFlags extends RunFlags {
  readonly name?: string | undefined;
  readonly resendCreate?: boolean | undefined;
}

/** `mountsea-suno resume`. */
export async function resume(given: string | undefined, flags: ResumeFlags, context: Context): Promise<void> {
  const store = openStore(context);
  const { id, name } = await findTraining(store, given);
  const client = await openClient(context);
  if (flags.resendCreate === true || flags.name !== undefined) {
    await consent(context, client, { what: 'creating again', credits: 100, yes: flags.yes });
  }
  const options: ResumeTrainingOptions = {
    ...runOptions(flags),
    client,
    store,
    signal: context.signal,
    ...(flags.name === undefined ? {} : { name: flags.name }),
    ...(flags.resendCreate === true ? { resendCreate: true } : {}),
  };
  const training = await resumeTraining(id, options);
  context.resumable({ command: `resume ${training.id}`, resumeId: training.id });
  const display = createDisplay({
    output: context.output,
    name: flags.name ?? name,
    labels: training.state.uploads.map((upload) => songLabel(upload.audioUrl)),
    now: () => Date.now(),
  });
  const model = await followTraining(training, display);
  await keepModel(context, model, client.baseUrl);
  context.output.result(modelRecord(model), ['', ...modelLines(model)]);
}
