import { removeTraining } from '@mountsea-suno/workflow';
import { type Context, openStore } from '../context.ts';
import { listModels, saveEntry } from '../models/model-registry.ts';
import { forgetFiles } from '../songs/song-files.ts';
import { ask } from '../terminal/ask.ts';
import { InterruptedError } from '../terminal/interruption.ts';
import { plain } from '../text/plain.ts';
import { UsageError } from '../usage-error.ts';
import { findTraining } from './training-id.ts';

/** The flags of `trainings remove`. */
export interface RemoveFlags {
  readonly yes?: boolean | undefined;
  readonly force?: boolean | undefined;
}

/** `mountsea-suno trainings remove`: forgets the record; of a training that is done, the model stays in the list of models. */
export async function remove(given: string, { yes, force = false }: RemoveFlags, context: Context): Promise<void> {
  const { output, terminal, signal } = context;
  const store = openStore(context);
  const { id, name, phase } = await findTraining(store, given);
  if (yes !== true && !output.json) {
    if (!output.interactive) throw new UsageError('there is no terminal to ask on: add --yes to remove the training');
    const question = `Remove the training ${plain(id, 100)} (${plain(name, 60)}, ${phase})?`;
    if (!(await ask(terminal, output, question, signal))) throw new InterruptedError('stopped: nothing was removed');
  }
  // Where another program trained, its record is all that tells of the model.
  const model = (await listModels(context)).find(({ trainingId }) => trainingId === id);
  if (model !== undefined) await saveEntry(context, model);
  await removeTraining(id, { store, force });
  await forgetFiles(context, id);
  output.result({ removed: id }, [`Removed  ${plain(id, 100)}  ${plain(name, 60)}`.trimEnd()]);
}
