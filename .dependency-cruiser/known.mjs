/** Folders in which circles are known and on their way out; each entry is a regular expression. */
export const knownCircles = [
  '^packages/cli/src/(commands|models|program|songs)',
  '^packages/client/src/(judge|transport)',
  '^packages/sandbox/src/(contract|faults|serve|world)',
  '^packages/workflow/src/(core|errors|events|state)',
  '^scripts/src/diff/',
];

/** Files whose imports against the rules are known and on their way out. */
export const knownImports = ['^scripts/src/generate/client-files\\.ts$'];
