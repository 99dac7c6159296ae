import type { MountseaClient } from '@mountsea-suno/client';
import type { CustomModel } from '@mountsea-suno/workflow';
import { type Context, openClient, openStore } from '../context.ts';
import { keepModel } from '../models/model-registry.ts';
import type { BucketFlags } from '../songs/bucket-host.ts';
import { gatherSongs, type Songs } from '../songs/gather-songs.ts';
import { UsageError } from '../usage-error.ts';
import { type BeginFlags, type RunFlags, runOptions, trainOn } from './begin-training.ts';
import { modelLines, modelRecord } from './follow-training.ts';

/** The flags of `train`. */
export interface TrainFlags extends RunFlags, BeginFlags, BucketFlags {
  readonly name?: string | undefined;
}

/** `mountsea-suno train`. */
export async function train(given: readonly string[], flags: TrainFlags, context: Context): Promise<void> {
  const songs = await gatherSongs(given, context);
  const name = flags.name ?? songs.name;
  if (name === undefined) throw new UsageError('the model needs a name: --name NAME');
  const client = await openClient(context);
  const [model, fileOf] =
    songs.files === 0
      ? [await trainUrls(context, client, name, songs, flags)]
      : await (await import('./train-files.ts')).trainFiles(context, client, name, songs, flags);
  await keepModel(context, model, client.baseUrl);
  context.output.note('');
  context.output.result(modelRecord(model, fileOf), modelLines(model));
}

async function trainUrls(
  context: Context,
  client: MountseaClient,
  name: string,
  { songs }: Songs,
  flags: TrainFlags,
): Promise<CustomModel> {
  const audioUrls = songs.flatMap((song) => ('url' in song ? [song.url] : []));
  return await trainOn(context, client, { name, audioUrls, store: openStore(context), ...runOptions(flags) }, flags);
}
