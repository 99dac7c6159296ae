import { type Command, Option } from 'commander';
import type { CommonFlags, ConfiguredContext } from '../context.ts';
import { UsageError } from '../errors.ts';
import { addRunFlags, type Choose, defineCommand } from '../program/define-command.ts';
import type { BucketFlags } from '../songs/bucket-host.ts';
import type { BeginFlags, RunFlags } from '../training/run-training.ts';

/** `mountsea-suno train`. */
export function addTrain(program: Command, choose: Choose): void {
  const example = 'train --name v6Pro --bucket my-songs ./songs';
  const command = defineCommand(program, 'train', 'train a model on six or more songs (100 credits)', example)
    .argument('<song...>', 'public URL, file, folder, playlist (.m3u) or manifest')
    .option('-n, --name <name>', 'name of the model (a manifest may hold it)')
    .option('--bucket <name>', 'S3 bucket for local files, as in songs/prefix')
    .option('--s3-endpoint <url>', 'R2, B2, MinIO and others (AWS)')
    .option('--s3-region <name>', 'region of the bucket')
    .option('--s3-profile <name>', 'profile of the AWS files')
    .option('--keep', 'leave the files in the bucket afterwards')
    .option('--check-urls', 'first check that every URL gives audio (real API)')
    .addOption(new Option('--no-check-urls', 'take the URLs as they are').hideHelp());
  addRunFlags(command).action((songs: string[], flags: TrainFlags) => {
    choose({ flags, action: (context) => train(songs, flags, context) });
  });
}

interface TrainFlags extends CommonFlags, RunFlags, BeginFlags, BucketFlags {
  readonly name?: string | undefined;
}

async function train(given: readonly string[], flags: TrainFlags, context: ConfiguredContext): Promise<void> {
  const { gatherSongs } = await import('../songs/gather-songs.ts');
  const { songs, files, name: listName } = await gatherSongs(given, context);
  const name = flags.name ?? listName;
  if (name === undefined) throw new UsageError('the model needs a name: --name NAME');
  const [{ openClient, openStore }, { modelLines, modelRecord, runOptions, trainOn }, { keepModel }] = await Promise.all([
    import('../client-and-store.ts'),
    import('../training/run-training.ts'),
    import('../models/model-registry.ts'),
  ]);
  const client = await openClient(context);
  const trainUrls = async (): ReturnType<typeof trainOn> => {
    const audioUrls = songs.flatMap((song) => ('url' in song ? [song.url] : []));
    return await trainOn(context, client, { name, audioUrls, store: openStore(context), ...runOptions(flags) }, flags);
  };
  const [model, fileOf] =
    files === 0
      ? [await trainUrls()]
      : await (await import('../training/train-files.ts')).trainFiles(context, client, name, songs, flags);
  await keepModel(context, model, client.baseUrl);
  context.output.note('');
  context.output.result(modelRecord(model, fileOf), modelLines(model));
}
