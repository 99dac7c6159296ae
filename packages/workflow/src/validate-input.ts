import { urlWithoutSecrets } from '@mountsea-suno/internal';
import { InvalidInputError } from './errors/workflow-errors.ts';
import type { RunOptions, StartTrainingOptions } from './options.ts';

/** How many clips the API needs at least. */
const FEWEST_CLIPS = 6;
/** The limit of Suno itself. The documentation of the API does not mention it, so it is only worth a warning. */
export const LONGEST_NAME = 16;

/** Throws an `InvalidInputError` with everything that is wrong. */
export function validateInput(options: StartTrainingOptions): void {
  const { audioUrls, name, minClips } = options;
  const problems = runProblems(options);
  if (typeof name !== 'string' || name.trim() === '') problems.push('The name is empty.');
  if (!Array.isArray(audioUrls)) problems.push('audioUrls is not a list.');
  else {
    if (audioUrls.length < FEWEST_CLIPS)
      problems.push(`A model needs at least ${FEWEST_CLIPS} audio files, not ${audioUrls.length}.`);
    problems.push(...urlProblems(audioUrls));
    if (minClips !== undefined) problems.push(...minClipsProblems(minClips, audioUrls.length));
  }
  if (problems.length > 0) throw new InvalidInputError(problems);
}

/** What is wrong with the options of a run. */
export function runProblems(options: RunOptions): string[] {
  const problems: string[] = [];
  for (const name of ['concurrency', 'pollIntervalMs', 'deadlineMs', 'settleMs', 'pollsPerSecond'] as const) {
    const value = options[name];
    if (value !== undefined && !(value > 0)) problems.push(`${name} must be greater than 0.`);
  }
  return problems;
}

export function minClipsProblems(minClips: number, files: number): string[] {
  if (Number.isInteger(minClips) && minClips >= FEWEST_CLIPS && minClips <= files) return [];
  return [`minClips must be a whole number from ${FEWEST_CLIPS} to ${files}, the number of files.`];
}

function urlProblems(audioUrls: readonly unknown[]): string[] {
  const seen: string[] = [];
  return audioUrls.flatMap((given, index) => {
    const file = `Audio file ${index + 1}`;
    const url = String(given);
    if (!URL.canParse(url) || !/^https?:/i.test(url)) return [`${file} is not an http or https URL.`];
    const { href } = new URL(url);
    const first = seen.indexOf(href);
    seen[index] = href;
    return first < 0 ? [] : [`${file} is the same as file ${first + 1}: ${urlWithoutSecrets(href)}`];
  });
}
