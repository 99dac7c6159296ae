import type { Task } from '@mountsea-suno/client';
import { type Action, decide } from '../core/decide.ts';
import type { RunContext } from './run-context.ts';
import { tellTrouble } from './tell-trouble.ts';

/** A session is looked at so often while it is not known what became of its create. */
const RECONCILE_INTERVAL_MS = 5_000;

/** One kind of action. */
export type Of<T extends Action['type']> = Extract<Action, { type: T }>;

/** Looks at a task for as long as that is what is decided. `see` takes in a look and says whether the task has come to its end. */
export async function watch(
  run: RunContext,
  action: Of<'watch-upload' | 'watch-create'>,
  kind: 'upload' | 'training',
  see: (task: Task) => Promise<boolean>,
): Promise<void> {
  const { clock, signal, settleMs } = run;
  const until = 'until' in action ? action.until : undefined;
  const deadlineAt = Math.min(run.deadlineAt, until ?? Number.POSITIVE_INFINITY);
  const pollIntervalMs = run.pollIntervalMs ?? (until && RECONCILE_INTERVAL_MS);
  const wanted = JSON.stringify(action);
  const end = await run.poller.watch({
    key: action.taskId,
    kind,
    startedAt: action.startedAt,
    deadlineAt,
    signal,
    ...(pollIntervalMs && { pollIntervalMs }),
    onLook: async (task) => {
      if (await see(task)) return 'done';
      run.onLook();
      return decide(run.state(), clock.now(), settleMs).some((next) => JSON.stringify(next) === wanted) ? 'wait' : 'stop';
    },
    onTrouble: ({ error, retryInMs }) => tellTrouble(run, error, retryInMs),
  });
  // The last look falls before the time; what is left of it is waited out.
  if (end === 'deadline') await clock.sleep(deadlineAt - clock.now(), signal);
  // A server of several clocks moves that time with every look, and the next watch begins with one.
  else if (end === 'stop' && until) await clock.sleep(RECONCILE_INTERVAL_MS, signal);
}
