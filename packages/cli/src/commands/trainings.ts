import { listTrainings, type TrainingSummary } from '@mountsea-suno/workflow';
import { type Context, openStore } from '../context.ts';
import { loadFiles } from '../songs/song-files.ts';
import { dateTime, minute } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import { songLabel } from '../text/song-label.ts';
import { table } from '../text/table.ts';
import { loadTraining } from './load-training.ts';
import { findTraining } from './training-id.ts';

/** `mountsea-suno trainings list`. */
export async function list(context: Context): Promise<void> {
  const trainings = await listTrainings({ store: openStore(context) });
  context.output.result(
    { trainings },
    trainings.length === 0 ? ['no training was started from here yet'] : trainingTable(trainings, context.output.columns),
  );
}

function trainingTable(trainings: readonly TrainingSummary[], width: number): string[] {
  const rows = trainings.map((training) => [
    plain(training.id, 40),
    plain(training.name, 30),
    training.problem === undefined || training.phase === 'done'
      ? training.phase
      : `${training.phase}: ${plain(training.problem, 60)}`,
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

/** `mountsea-suno trainings show`. */
export async function show(given: string, context: Context): Promise<void> {
  const store = openStore(context);
  const summary = await findTraining(store, given);
  const state = await loadTraining(store, summary.id);
  const uploads = state.uploads.map((upload) => ({ ...upload, audioUrl: upload.audioUrl.replace(/[?#].*$/su, '') }));
  const fileOf = await loadFiles(context, summary.id);
  const width = String(uploads.length).length;
  context.output.result({ ...summary, state: { ...state, uploads } }, [
    `Training ${plain(state.id)}`,
    `Name     ${plain(state.name, 60)}`,
    `State    ${summary.phase}${summary.problem === undefined ? '' : `: ${plain(summary.problem)}`}`,
    `Started  ${dateTime(state.createdAt)}`,
    `Changed  ${dateTime(state.updatedAt)}`,
    `Server   ${plain(state.baseUrl)}`,
    ...(state.sessionId === undefined ? [] : [`Session  ${plain(state.sessionId, 100)}`]),
    ...(state.model === undefined ? [] : [`Model    ${plain(state.model.id, 100)}`]),
    ...state.creates.map((create, index) => `Create ${index + 1} ${create.outcome}, sent ${dateTime(create.intendedAt)}`),
    ...uploads.map((upload, index) => {
      const clip = upload.clipId ?? upload.failReason;
      return `Song ${String(index + 1).padStart(width)}   ${songLabel(fileOf(upload.audioUrl) ?? upload.audioUrl)}: ${upload.status}${clip === undefined ? '' : ` ${plain(clip)}`}`;
    }),
  ]);
}
