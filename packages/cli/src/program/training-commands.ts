import { type Command, Option } from 'commander';
import { type Choose, command, group, pollInterval, wholeNumber } from './options.ts';

/** `train`, `resume` and `trainings`. */
export function addTrainingCommands(program: Command, choose: Choose): void {
  const example = 'train --name v6Pro --bucket my-songs ./songs';
  const train = command(program, 'train', 'train a model on six or more songs (100 credits)', example)
    .argument('<song...>', 'public URL, file, folder, playlist (.m3u) or manifest')
    .option('-n, --name <name>', 'name of the model (a manifest may hold it)')
    .option('--bucket <name>', 'S3 bucket for local files, as in songs/prefix')
    .option('--s3-endpoint <url>', 'R2, B2, MinIO and others (AWS)')
    .option('--s3-region <name>', 'region of the bucket')
    .option('--s3-profile <name>', 'profile of the AWS files')
    .option('--keep', 'leave the files in the bucket afterwards')
    .option('--check-urls', 'first see that every URL gives audio (real API)')
    .addOption(new Option('--no-check-urls', 'take the URLs as they are').hideHelp());
  withRunFlags(train).action((songs: string[], flags) => {
    choose({ flags, action: async (context) => (await import('../commands/train.ts')).train(songs, flags, context) });
  });

  const resume = command(program, 'resume', 'go on with a training that was interrupted', 'resume')
    .argument('[id]', 'a training; default: the latest that is not done')
    .option('-n, --name <name>', 'create again after a failure (may cost 100 credits)')
    .option('--resend-create', 'create again, though the first may be accepted (same)')
    .option('--keep', 'leave hosted files in the bucket');
  withRunFlags(resume).action((id: string | undefined, flags) => {
    choose({ flags, action: async (context) => (await import('../commands/resume.ts')).resume(id, flags, context) });
  });

  const list = (): void =>
    choose({ flags: {}, action: async (context) => (await import('../commands/trainings.ts')).list(context) });
  const trainings = group(program, 'trainings', 'list, show, watch or remove the trainings of this machine', 'trainings', list);
  command(trainings, 'list', 'all trainings, newest first (the default)', 'trainings list', { connects: false }).action(list);
  command(trainings, 'show', 'one training in full', 'trainings show mwrynclg', { connects: false })
    .argument('<id>', 'its id, or the beginning of it')
    .action((id: string, flags) => {
      choose({ flags, action: async (context) => (await import('../commands/trainings.ts')).show(id, context) });
    });
  command(trainings, 'watch', 'follow a training that another process drives', 'trainings watch', { connects: false })
    .argument('[id]', 'default: the latest that is not done')
    .action((id: string | undefined, flags) => {
      choose({ flags, action: async (context) => (await import('../commands/watch.ts')).watch(id, context) });
    });
  command(trainings, 'remove', 'forget a training; its model stays', 'trainings remove mwrynclg', { connects: false })
    .argument('<id>', 'its id, or the beginning of it')
    .option('-y, --yes', 'remove it without asking')
    .option('--force', 'also where a paid create may be open, or the record is damaged')
    .action((id: string, flags) => {
      choose({ flags, action: async (context) => (await import('../commands/remove.ts')).remove(id, flags, context) });
    });
}

function withRunFlags(made: Command): Command {
  return made
    .option('-y, --yes', 'spend the credits without asking')
    .addOption(pollInterval())
    .option('--concurrency <n>', 'uploads at once (4)', wholeNumber)
    .option('--min-clips <n>', 'so many songs are enough, should others fail', wholeNumber)
    .option('--deadline <minutes>', 'stop watching after (30)', wholeNumber);
}
