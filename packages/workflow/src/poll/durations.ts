/** The kinds of task that the schedule knows; each has a prior of its own. */
export type TaskKind = 'training' | 'upload' | 'generate';

/** How long the latest finished tasks of each kind took, in milliseconds, oldest first. Plain JSON; kept beside the trainings. */
export type DurationHistory = Record<TaskKind, readonly number[]>;

/** So many of the latest durations of a kind are kept. */
const KEPT = 40;
const LONGEST_MS = 3_600_000;

/** The latest of those that can be durations. */
const latest = (values: unknown): number[] =>
  Array.isArray(values) ? values.filter((ms) => Number.isFinite(ms) && ms >= 0 && ms <= LONGEST_MS).slice(-KEPT) : [];

/** The history with one more duration; the oldest is dropped when there are too many. What cannot be a duration changes nothing. */
export function learnDuration(history: DurationHistory, kind: TaskKind, durationMs: number): DurationHistory {
  return { ...history, [kind]: latest([...history[kind], Math.round(durationMs)]) };
}

/** Reads a history from JSON text. It is a hint and never worth an error: what does not parse is left out, and no text is an empty history. */
export function parseDurations(text = 'null'): DurationHistory {
  let saved: Partial<Record<TaskKind, unknown>> | null = null;
  try {
    saved = JSON.parse(text);
  } catch {
    // An unreadable hint is no hint.
  }
  return { training: latest(saved?.training), upload: latest(saved?.upload), generate: latest(saved?.generate) };
}
