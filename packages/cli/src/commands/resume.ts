import type { ResumeTrainingOptions } from '@mountsea-suno/workflow';
import type { Command } from 'commander';
import type { CommonFlags, ConfiguredContext } from '../context.ts';
import { addRunFlags, type Choose, defineCommand } from '../program/define-command.ts';
import { songLabel } from '../text/format.ts';
import type { RunFlags } from '../training/run-training.ts';

/** `mountsea-suno resume`. */
export function addResume(program: Command, choose: Choose): void {
  const command = defineCommand(program, 'resume', 'go on with a training that was interrupted', 'resume')
    .argument('[id]', 'a training; default: the latest that is not done')
    .option('-n, --name <name>', 'create again after a failure (may cost 100 credits)')
    .option('--resend-create', 'create again, outcome unknown (may cost 100 credits)')
    .option('--keep', 'leave hosted files in the bucket');
  addRunFlags(command).action((id: string | undefined, flags: ResumeFlags) => {
    choose({ flags, action: (context) => resume(id, flags, context) });
  });
}

interface ResumeFlags extends CommonFlags, RunFlags {
  readonly name?: string | undefined;
  readonly resendCreate?: boolean | undefined;
  /** Leave hosted files where they are, as with the `--keep` of `train`. */
  readonly keep?: boolean | undefined;
}

/** Resumes at the API that the training began with, unless another one is named. */
async function resume(given: string | undefined, flags: ResumeFlags, context: ConfiguredContext): Promise<void> {
  const [
    { resumeTraining },
    { openClient, openStore },
    { keepModel },
    { createDisplay },
    { hasExpired, hostedFor, keepHosted },
    { loadFiles },
    { confirmCharge },
    { findTraining, loadTraining },
    { followTraining, modelLines, modelRecord, needsNoFiles, runOptions },
  ] = await Promise.all([
    import('@mountsea-suno/workflow'),
    import('../client-and-store.ts'),
    import('../models/model-registry.ts'),
    import('../progress/display.ts'),
    import('../songs/hosted-files.ts'),
    import('../songs/song-files.ts'),
    import('../terminal/confirm.ts'),
    import('../training/find-training.ts'),
    import('../training/run-training.ts'),
  ]);
  const store = openStore(context);
  const { id } = await findTraining(store, given);
  const state = await loadTraining(store, id);
  const { baseUrl, name } = state;
  const client = await openClient(context, context.settings.baseUrl === undefined ? { baseUrl } : {});
  if (flags.resendCreate === true || flags.name !== undefined) {
    await confirmCharge(context, client, { purpose: 'creating again', credits: 100, yes: flags.yes });
  }
  const options: ResumeTrainingOptions = {
    ...runOptions(flags),
    client,
    store,
    signal: context.signal,
    ...(flags.name === undefined ? {} : { name: flags.name }),
    ...(flags.resendCreate === true ? { resendCreate: true } : {}),
  };
  // The journal is read before the training goes on, because one that cannot be read must not stop work that is under way.
  const hosted = flags.keep === true || !needsNoFiles({ state }) ? await hostedFor(context, id) : [];
  const training = await resumeTraining(id, options);
  context.setNextStep({ command: `resume ${training.id}`, resumeId: training.id });
  if (flags.keep === true) await keepHosted(context, hosted);
  if (!needsNoFiles({ state }) && hosted.some(hasExpired))
    context.output.warn(
      'the URLs of the hosted files have expired: if songs fail for that reason, start a new training from the files',
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
    if (needsNoFiles(training)) await cleanUp(training.id, context);
  }
}

/** Deletes what an interrupted run of the same training had hosted. */
async function cleanUp(trainingId: string, context: ConfiguredContext): Promise<void> {
  if (context.signal.aborted) return;
  const { notRemoved, removeHosted } = await import('../songs/hosted-files.ts');
  const [left] = (await removeHosted(context, ({ owner }) => owner === trainingId)).left;
  if (left !== undefined) context.output.warn(notRemoved(left.error));
}
