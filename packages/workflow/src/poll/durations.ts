/** The kinds of task that the schedule knows; each has a prior of its own. */
export type TaskKind = 'training' | 'upload' | 'generate';

/** How long the latest finished tasks of each kind took, in milliseconds, oldest first. Plain JSON; kept beside the trainings. */
export interface DurationHistory {
  version: 1;
  training: number[];
  upload: number[];
  generate: number[];
}

const KINDS: readonly TaskKind[] = ['training', 'upload', 'generate'];
/** How many of the latest durations of a kind are kept. */
export const KEPT_DURATIONS = 40;
const LONGEST_MS = 3_600_000;

/** The history of someone who has not seen a task finish yet. */
export function emptyDurations(): DurationHistory {
  return { version: 1, training: [], upload: [], generate: [] };
}

const usable = (ms: unknown): ms is number => typeof ms === 'number' && ms >= 0 && ms <= LONGEST_MS;

/** The history with one more duration; the oldest is dropped when there are too many. What cannot be a duration changes nothing. */
export function learnDuration(history: DurationHistory, kind: TaskKind, durationMs: number): DurationHistory {
  if (!usable(durationMs)) return history;
  return { ...history, [kind]: [...history[kind], Math.round(durationMs)].slice(-KEPT_DURATIONS) };
}

/** Reads a history from JSON text. It is a hint and never worth an error: what does not parse is left out. */
export function parseDurations(text: string | undefined): DurationHistory {
  const history = emptyDurations();
  try {
    const saved = JSON.parse(text ?? '') as Partial<Record<TaskKind, unknown>> | null;
    for (const kind of KINDS) {
      const values = saved?.[kind];
      if (Array.isArray(values)) history[kind] = values.filter(usable).slice(-KEPT_DURATIONS);
    }
  } catch {
    // An unreadable hint is no hint.
  }
  return history;
}
