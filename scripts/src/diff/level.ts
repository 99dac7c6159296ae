/** What a change means for the version of a package, from nothing to breaking. */
export const LEVELS = ['none', 'patch', 'minor', 'major'] as const;
export type Level = (typeof LEVELS)[number];

export function largest(levels: Iterable<Level>): Level {
  return LEVELS[Math.max(0, ...[...levels].map(rankOf))] ?? 'none';
}

/** How many steps lie between two levels. */
export function distance(left: Level, right: Level): number {
  return Math.abs(rankOf(left) - rankOf(right));
}

/** The exit code of `spec:diff`: 0 for none, 10 for patch, 11 for minor, 12 for major. */
export function exitCodeOf(level: Level): number {
  return level === 'none' ? 0 : 9 + rankOf(level);
}

function rankOf(level: Level): number {
  return LEVELS.indexOf(level);
}
