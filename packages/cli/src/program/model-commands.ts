import type { Command } from 'commander';
import { type Choose, command, group, pollInterval } from './options.ts';

/** `models` and `generate`. */
export function addModelCommands(program: Command, choose: Choose): void {
  const list = (): void =>
    choose({ flags: {}, action: async (context) => (await import('../commands/models.ts')).list(context) });
  const models = group(program, 'models', 'the models trained from here, the only list there is', 'models', list);
  command(models, 'list', 'all models, newest first (the default)', 'models list', { connects: false }).action(list);
  command(models, 'export', 'print them as JSON, or write them to a file', 'models export models.json', { connects: false })
    .argument('[file]', 'default: stdout')
    .action((file: string | undefined, flags) => {
      choose({ flags, action: async (context) => (await import('../commands/models.ts')).exportTo(file, context) });
    });
  command(models, 'import', 'add the models of an exported file', 'models import models.json', { connects: false })
    .argument('<file>', 'a file made by models export')
    .action((file: string, flags) => {
      choose({ flags, action: async (context) => (await import('../commands/models.ts')).importFrom(file, context) });
    });

  command(
    program,
    'generate',
    'make a song with a model (costs credits)',
    "generate --prompt 'Rain on the roof' --tags folk -o songs",
  )
    .option('-m, --model <id>', 'model id, or name of a model trained here (the newest)')
    .option('-p, --prompt <text>', 'lyrics, or what the task takes')
    .option('-t, --tags <text>', 'style')
    .option('--negative-tags <text>', 'style to keep away from')
    .option('--title <text>', 'title')
    .option('--instrumental', 'without a voice')
    .option('--task <task>', 'what to do (create)')
    .option('--clip-id <id>', 'the clip that extend, cover and other tasks start from')
    .option('-o, --output <folder>', 'download the audio to this folder')
    .option('--no-wait', 'only submit, and print the task id')
    .option('--task-id <id>', 'wait for a song submitted before: costs nothing')
    .addOption(pollInterval())
    .action((flags) => {
      choose({ flags, action: async (context) => (await import('../commands/generate.ts')).generate(flags, context) });
    });
}
