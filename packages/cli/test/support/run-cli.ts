import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The real executable. */
export const bin: string = fileURLToPath(new URL('../../bin/mountsea-suno.js', import.meta.url));

/** What a finished run left. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run under way. */
export interface Running {
  readonly child: ChildProcess;
  /** What came out so far. */
  readonly seen: { stdout: string; stderr: string };
  readonly finished: Promise<Finished>;
  /** Resolves when the text has appeared on stdout or stderr; rejects when the run ends without it. */
  saw(text: string | RegExp): Promise<void>;
}

/** How a run is set up. */
export interface RunSetup {
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  readonly input?: string;
}

/** The environment of a user of this API. */
export function environmentAt({ url, apiKey }: { url: string; apiKey: string }, home: string): Record<string, string> {
  return { MOUNTSEA_API_KEY: apiKey, MOUNTSEA_BASE_URL: url, MOUNTSEA_USAGE_BASE_URL: url, MOUNTSEA_SUNO_HOME: home };
}

/** Spawns the real executable, with none of this machine's own settings in its environment. */
export function startCli(args: readonly string[], { env = {}, cwd, input }: RunSetup = {}): Running {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [bin, ...args], {
    env: { PATH, HOME: '/nonexistent', ...env },
    ...(cwd === undefined ? {} : { cwd }),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  const seen = { stdout: '', stderr: '' };
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const check of waiting) check();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    seen.stdout += text;
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    seen.stderr += text;
    wake();
  });
  const finished = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...seen }));
  });
  const saw = async (text: string | RegExp): Promise<void> => {
    const there = (): boolean =>
      [seen.stdout, seen.stderr].some((all) => (typeof text === 'string' ? all.includes(text) : text.test(all)));
    await new Promise<void>((resolve, reject) => {
      const check = (): void => {
        if (!there()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
      void finished.then((end) => (there() ? resolve() : reject(new Error(`ended without ${text}: ${JSON.stringify(end)}`))));
    });
  };
  return { child, seen, finished, saw };
}

/** Runs the real executable to its end. */
export async function runCli(args: readonly string[], setup: RunSetup = {}): Promise<Finished> {
  return await startCli(args, setup).finished;
}
