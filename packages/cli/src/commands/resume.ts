import { type ResumeTrainingOptions, resumeTraining, type Training } from '@mountsea-suno/workflow';
import { type Context, openClient, openStore } from '../context.ts';
import { keepModel } from '../models/model-registry.ts';
import { createDisplay } from '../progress/display.ts';
import { hasEnded, hostedFor, keepHosted, notRemoved, removeHosted } from '../songs/left-over.ts';
import { loadFiles } from '../songs/song-files.ts';
import { songLabel } from '../text/song-label.ts';
import { type RunFlags, runOptions } from './begin-training.ts';
import { consent } from './consent.ts';
import { followTraining, modelLines, modelRecord, needsNoFiles } from './follow-training.ts';
import { loadTraining } from './load-training.ts';
import { findTraining } from './training-id.ts';

/** The flags of `resume`. */
export interface ResumeFlags extends RunFlags {
  readonly name?: string | undefined;
  readonly resendCreate?: boolean | undefined;
  /** Leave hosted files where they are, as with the `--keep` of `train`. */
  readonly keep?: boolean | undefined;
}

/** `mountsea-suno resume`: at the API that the training lives on, unless another one is named. */
export async function resume(given: string | undefined, flags: ResumeFlags, context: Context): Promise<void> {
  const store = openStore(context);
  const { id } = await findTraining(store, given);
  const state = await loadTraining(store, id);
  const { baseUrl, name } = state;
  const client = await openClient(context, context.settings.baseUrl === undefined ? { baseUrl } : {});
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
  // Before anything goes on: a journal that cannot be read is to stop nothing that is under way.
  const hosted = flags.keep === true || !needsNoFiles({ state }) ? await hostedFor(context, id) : [];
  const training = await resumeTraining(id, options);
  context.resumable({ command: `resume ${training.id}`, resumeId: training.id });
  if (flags.keep === true) await keepHosted(context, hosted);
  if (!needsNoFiles({ state }) && hosted.some(hasEnded))
    context.output.warn(
      'the URLs of the hosted files have ended: should songs fail for it, train again from the files, which costs nothing yet',
    );
  const fileOf = await loadFiles(context, training.id);
  const labels = training.state.uploads.map(({ audioUrl }) => songLabel(fileOf(audioUrl) ?? audioUrl));
  try {
    const display = createDisplay({ output: context.output, name: flags.name ?? name, labels, now: Date.now });
    const model = await followTraining(training, display);
    await keepModel(context, model, client.baseUrl);
    context.output.note('');
    context.output.result(modelRecord(model, fileOf), modelLines(model));
  } finally {
    if (needsNoFiles(training)) await tidy(training, context);
  }
}

/** Takes down what an interrupted run of the same training had hosted. */
async function tidy({ id }: Training, context: Context): Promise<void> {
  if (context.signal.aborted) return;
  const [left] = (await removeHosted(context, ({ owner }) => owner === id)).left;
  if (left !== undefined) context.output.warn(notRemoved(left.error));
}
