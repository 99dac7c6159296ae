import { type ChildProcess, fork } from 'node:child_process';

/** Starts a script of this package and gives its first message. The caller ends it by `disconnect`. */
export async function start<Message>(
  script: string,
  args: readonly string[] = [],
): Promise<{ child: ChildProcess; first: Message }> {
  const child = fork(new URL(`../${script}`, import.meta.url), args, { execArgv: ['--no-warnings'] });
  const first = await new Promise<Message>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Message));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} before it said anything`)));
  });
  return { child, first };
}
