/** First lines of every generated file: what made it and how to refresh it. */
export function banner(sources: string): string {
  return `// Generated from ${sources} by \`npm run spec:generate\`. Do not edit.\n`;
}
