import { setTimeout as wait } from 'node:timers/promises';
import { type Fault, reset, startFaultServer, status } from '../servers/fault-server.ts';
import type { CreateSubject, Subject } from '../subject.ts';

/** Whether waiting for a task went on to its end although one of its polls failed. */
export interface Survival {
  fault: string;
  survived: boolean;
}

/** What happens to one poll in the middle. */
const faults: readonly [name: string, fault: Fault][] = [
  ['500', status(500)],
  ['502 with HTML', status(502, '<html>Bad Gateway</html>')],
  ['503 + Retry-After', status(503, '{}', { 'retry-after': '1' })],
  ['429 + Retry-After', status(429, '{}', { 'retry-after': '1' })],
  ['reset', reset],
  ['200 with HTML', status(200, '<html>Log in</html>')],
  ['200 with half a JSON', status(200, '{"taskId": "t", "sta')],
  ['404', status(404, '{"message":"Not Found"}')],
];

const giveUpAfterMs = 20_000;

/** Waits for a task, with the library's own poller or, where it has none, in a plain loop around its call. */
export async function measureSurvival(create: CreateSubject): Promise<Survival[]> {
  const results: Survival[] = [];
  for (const [name, fault] of faults) {
    await using server = await startFaultServer(
      (number) => (number === 3 ? fault : undefined),
      (number) => number > 5,
    );
    const subject = create({ baseUrl: server.url });
    const waiting = subject.waitForTask?.() ?? loop(subject);
    const survived = await Promise.race([
      waiting.then(
        () => true,
        () => false,
      ),
      wait(giveUpAfterMs, false, { ref: false }),
    ]);
    results.push({ fault: name, survived: survived && server.accepted() > 5 });
  }
  return results;
}

async function loop(subject: Subject): Promise<void> {
  for (;;) {
    const task = (await subject.get()) as { status?: string; data?: { status?: string } };
    if (task.status === 'success' || task.data?.status === 'success') return;
    await wait(20);
  }
}
