import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('host-file.mjs', import.meta.url));

/** The program that hosts one file, in a process of its own. */
export interface HostingChild {
  readonly process: ChildProcess;
  /** Resolves with what it printed so far as soon as that matches; rejects when it ends without. */
  printed(pattern: RegExp): Promise<string>;
}

export function hostInChild(endpoint: string, file: string, journalDirectory: string): HostingChild {
  const child = spawn(process.execPath, [script, endpoint, file, journalDirectory], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const printed = async (pattern: RegExp): Promise<string> => {
    while (!pattern.test(output)) {
      const ended = once(child.stdout, 'end').then(() => false);
      if (!(await Promise.race([once(child.stdout, 'data').then(() => true), ended])) && !pattern.test(output)) {
        throw new Error(`the child ended and had printed ${JSON.stringify(output)}`);
      }
    }
    return output;
  };
  return { process: child, printed };
}
