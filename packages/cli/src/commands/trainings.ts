import { printableText, urlWithoutSecrets } from '@mountsea-suno/internal';
import type { TrainingSummary } from '@mountsea-suno/workflow';
import type { Command } from 'commander';
import type { CommonFlags, ConfiguredContext } from '../context.ts';
import { type Choose, defineCommand, defineGroup } from '../program/define-command.ts';
import { dateTime, minute, songLabel } from '../text/format.ts';

/** `mountsea-suno trainings`: `list`, `show`, `watch` and `remove`. */
export function addTrainings(program: Command, choose: Choose): void {
  const chooseList = (): void => choose({ flags: {}, action: list });
  const about = 'list, show, watch or remove the trainings of this machine';
  const trainings = defineGroup(program, 'trainings', about, 'trainings', chooseList);
  defineCommand(trainings, 'list', 'list all trainings, newest first (the default)', 'trainings list', {
    connects: false,
  }).action(chooseList);
  defineCommand(trainings, 'show', 'show one training in full', 'trainings show mwrynclg', { connects: false })
    .argument('<id>', 'its id, or the beginning of it')
    .action((id: string, flags) => {
      choose({ flags, action: (context) => show(id, context) });
    });
  defineCommand(trainings, 'watch', 'follow a training that another process drives', 'trainings watch', { connects: false })
    .argument('[id]', 'default: the latest that is not done')
    .action((id: string | undefined, flags) => {
      choose({ flags, action: (context) => watch(id, context) });
    });
  defineCommand(trainings, 'remove', 'remove a training; its model stays', 'trainings remove mwrynclg', { connects: false })
    .argument('<id>', 'its id, or the beginning of it')
    .option('-y, --yes', 'remove it without asking')
    .option('--force', 'even if a paid create may be open, or the record is damaged')
    .action((id: string, flags: RemoveFlags) => {
      choose({ flags, action: (context) => remove(id, flags, context) });
    });
}

async function list(context: ConfiguredContext): Promise<void> {
  const [{ listTrainings }, { openStore }] = await Promise.all([
    import('@mountsea-suno/workflow'),
    import('../client-and-store.ts'),
  ]);
  const trainings = await listTrainings({ store: openStore(context) });
  const lines =
    trainings.length === 0
      ? ['no training has been started from here yet']
      : await trainingTable(trainings, context.output.columns);
  context.output.result({ trainings }, lines);
}

async function trainingTable(trainings: readonly TrainingSummary[], width: number): Promise<string[]> {
  const { table } = await import('../text/columns.ts');
  const rows = trainings.map((training) => [
    printableText(training.id, 40),
    printableText(training.name, 30),
    training.problem === undefined || training.phase === 'done'
      ? training.phase
      : `${training.phase}: ${printableText(training.problem, 60)}`,
    `${training.clips}/${training.files}`,
    minute(training.createdAt),
  ]);
  const columns = [
    { title: 'id' },
    { title: 'name', atLeast: 5 },
    { title: 'state', atLeast: 7 },
    { title: 'songs', right: true },
    { title: 'started (UTC)', optional: true },
  ];
  return table(columns, rows, width);
}

async function show(given: string, context: ConfiguredContext): Promise<void> {
  const [{ openStore }, { findTraining, loadTraining }, { loadFiles }] = await Promise.all([
    import('../client-and-store.ts'),
    import('../training/find-training.ts'),
    import('../songs/song-files.ts'),
  ]);
  const store = openStore(context);
  const summary = await findTraining(store, given);
  const state = await loadTraining(store, summary.id);
  const uploads = state.uploads.map((upload) => ({ ...upload, audioUrl: urlWithoutSecrets(upload.audioUrl) }));
  const fileOf = await loadFiles(context, summary.id);
  const width = String(uploads.length).length;
  context.output.result({ ...summary, state: { ...state, uploads } }, [
    `Training ${printableText(state.id)}`,
    `Name     ${printableText(state.name, 60)}`,
    `State    ${summary.phase}${summary.problem === undefined ? '' : `: ${printableText(summary.problem)}`}`,
    `Started  ${dateTime(state.createdAt)}`,
    `Changed  ${dateTime(state.updatedAt)}`,
    `Server   ${printableText(state.baseUrl)}`,
    ...(state.sessionId === undefined ? [] : [`Session  ${printableText(state.sessionId, 100)}`]),
    ...(state.model === undefined ? [] : [`Model    ${printableText(state.model.id, 100)}`]),
    ...state.creates.map((create, index) => `Create ${index + 1} ${create.outcome}, sent ${dateTime(create.intendedAt)}`),
    ...uploads.map((upload, index) => {
      const clip = upload.clipId ?? upload.failReason;
      return `Song ${String(index + 1).padStart(width)}   ${songLabel(fileOf(upload.audioUrl) ?? upload.audioUrl)}: ${upload.status}${clip === undefined ? '' : ` ${printableText(clip)}`}`;
    }),
  ]);
}

async function watch(given: string | undefined, context: ConfiguredContext): Promise<void> {
  const { watchTraining } = await import('../training/watch-training.ts');
  await watchTraining(given, context);
}

interface RemoveFlags extends CommonFlags {
  readonly yes?: boolean | undefined;
  readonly force?: boolean | undefined;
}

/** Removes the record of a training. If it is done, its model stays in the list of models. */
async function remove(given: string, { yes, force = false }: RemoveFlags, context: ConfiguredContext): Promise<void> {
  const [{ removeTraining }, { openStore }, { listModels, saveEntry }, { forgetFiles }, { confirm }, { findTraining }] =
    await Promise.all([
      import('@mountsea-suno/workflow'),
      import('../client-and-store.ts'),
      import('../models/model-registry.ts'),
      import('../songs/song-files.ts'),
      import('../terminal/confirm.ts'),
      import('../training/find-training.ts'),
    ]);
  const store = openStore(context);
  const { id, name, phase } = await findTraining(store, given);
  await confirm(context, {
    yes,
    question: () => `Remove the training ${printableText(id, 100)} (${printableText(name, 60)}, ${phase})?`,
    cannotAsk: 'there is no terminal to ask on: add --yes to remove the training',
    declined: 'stopped: nothing was removed',
  });
  // If another program trained the model, only the record of the training knows it.
  const model = (await listModels(context)).find(({ trainingId }) => trainingId === id);
  if (model !== undefined) await saveEntry(context, model);
  await removeTraining(id, { store, force });
  await forgetFiles(context, id);
  context.output.result({ removed: id }, [`Removed  ${printableText(id, 100)}  ${printableText(name, 60)}`.trimEnd()]);
}
