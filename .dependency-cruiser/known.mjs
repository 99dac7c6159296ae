/** Folders in which circles are known and on their way out; each entry is a regular expression. */
export const knownCircles = [];

/** Files whose imports against the rules are known and on their way out. */
export const knownImports = [];
