/** The command that goes on with what an earlier one began. */
export interface NextStep {
  /** The command without the name of the program, as in `resume ID`. */
  readonly command: string;
  /** The id of the training, if it is about one. */
  readonly resumeId?: string | undefined;
}

/** What to type to run this program again. It includes `npx` if npx started it, because the shell may not find it otherwise. */
export const commandName: string = commandNameIn(process.env);

export function commandNameIn(env: Readonly<Record<string, string | undefined>>): string {
  const byNpx = env.npm_lifecycle_event === 'npx' && /\bmountsea-suno\b/u.test(env.npm_lifecycle_script ?? '');
  return byNpx ? 'npx mountsea-suno' : 'mountsea-suno';
}

/** The last lines on stderr after a failure of the given code: how to go on. */
export function nextStepLines(code: string, { command, resumeId }: NextStep): string[] {
  const full = `${commandName} ${command}`;
  switch (code) {
    case 'create_outcome_unknown':
      return [
        `Create again, at the risk of another 100 credits: ${full} --resend-create`,
        `Check again, which costs nothing: ${full}`,
      ];
    case 'training_failed':
      return [`Create once more on the same session, which may cost another 100 credits: ${full} --name NAME`];
    case 'training_locked':
      return [resumeId === undefined ? `Go on with: ${full}` : `Watch it: ${commandName} trainings watch ${resumeId}`];
    case 'training_open':
      return [
        `Remove it anyway, and with it the only way to its model: ${commandName} trainings remove ${resumeId} --force`,
        `Go on with: ${full}`,
      ];
    case 'not_found':
      // When the server does not know the task of a song, it will not know it the next time either.
      return resumeId === undefined ? [] : [`Go on with: ${full}`];
    case 'generation_failed':
    case 'state_invalid':
    case 'training_not_found':
      return [];
    default:
      return [`Go on with: ${full}`];
  }
}
