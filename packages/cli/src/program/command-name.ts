/** What to type to run this program again: it may be found by npx alone. */
export const commandName: string = commandNameIn(process.env);

export function commandNameIn(env: Readonly<Record<string, string | undefined>>): string {
  const byNpx = env.npm_lifecycle_event === 'npx' && /\bmountsea-suno\b/u.test(env.npm_lifecycle_script ?? '');
  return byNpx ? 'npx mountsea-suno' : 'mountsea-suno';
}
