import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startSandbox } from '@mountsea-suno/sandbox/node';
import { type CanonicalState, canonical } from './canonical.ts';
import { fastClock } from './fast-clock.ts';

const CHILD = fileURLToPath(new URL('train-child.ts', import.meta.url));

export interface KilledTraining {
  /** How many processes died by SIGKILL, and how long each had worked, in ms. */
  kills: number[];
  state: CanonicalState;
  /** What the last process said: the model, or what went wrong. */
  last: string;
  /** How long the last process worked, in ms. */
  tookMs: number;
}

/** When to kill: after so many ms of work, or as soon as the server has received a create. */
export type Instant = number | 'create';

/**
 * Starts one training in a child process, kills it at each of the given instants and lets another resume it from its files; the last one
 * may finish. `wrong`: the subject of the control. `createMs`: the most that a create takes. `commitMs`: when a create shows.
 */
export async function killTraining(
  instants: readonly Instant[],
  seed: number,
  { wrong = false, createMs = 3000, commitMs = 0 }: { wrong?: boolean; createMs?: number; commitMs?: number } = {},
): Promise<KilledTraining> {
  const directory = await mkdtemp(join(tmpdir(), 'mountsea-kill-'));
  const durations = { upload: [500, 2000], create: [createMs / 2, createMs] } as const;
  const sandbox = await startSandbox({ clock: fastClock, durations, seed, switches: { createCommitDelayMs: commitMs } });
  // A create that takes its time: many a kill falls before or after the server has acted on it.
  const create = { operation: 'customModel.create', kind: 'delay', times: Number.POSITIVE_INFINITY } as const;
  sandbox.faults.add({ ...create, when: 'before', delayMs: 700 });
  sandbox.faults.add({ ...create, when: 'after', delayMs: 2000 });
  const subject = wrong ? ['wrong'] : [];
  const kills: number[] = [];
  try {
    for (const instant of instants) {
      const child = await begin(sandbox.url, directory, ...subject);
      const begunAt = performance.now();
      const creates = sandbox.count('customModel.create');
      const isTime = (): boolean =>
        instant === 'create' ? sandbox.count('customModel.create') > creates : performance.now() - begunAt >= instant;
      while (!isTime() && child.process.exitCode === null) await wait(3);
      if (child.process.pid !== undefined && child.process.exitCode === null) process.kill(child.process.pid, 'SIGKILL');
      await child.ended;
      if (child.process.signalCode === 'SIGKILL') kills.push(Math.round(performance.now() - begunAt));
    }
    const startedAt = performance.now();
    const child = await begin(sandbox.url, directory, ...subject);
    await child.ended;
    return { kills, state: canonical(sandbox.snapshot()), last: child.said(), tookMs: performance.now() - startedAt };
  } finally {
    await sandbox.close();
    await rm(directory, { recursive: true, force: true });
  }
}

interface Child {
  process: ChildProcessWithoutNullStreams;
  ended: Promise<unknown>;
  said(): string;
}

/** Resolves when the child has loaded and begins to work. While the packages are being built anew, it is given some more tries. */
async function begin(...args: [url: string, directory: string, ...rest: string[]]): Promise<Child> {
  for (let tries = 1; ; tries++) {
    const child = await spawnChild(...args);
    if (child.process.exitCode === null || child.said() === 'begin') return child;
    if (!child.said().includes('ERR_MODULE_NOT_FOUND') || tries === 20)
      throw new Error(`The child did not begin: ${child.said()}`);
    await wait(500);
  }
}

async function spawnChild(...args: [url: string, directory: string, ...rest: string[]]): Promise<Child> {
  const child = spawn(process.execPath, ['--no-warnings', CHILD, ...args]);
  let said = '';
  const ended = once(child, 'close');
  const begun = new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      said = line;
      if (line === 'begin') resolve();
    });
  });
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  await Promise.race([begun, ended]);
  return { process: child, ended, said: () => said };
}
