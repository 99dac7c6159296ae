// A child process: measures one subject beside another and sends the ratios. Arguments: name, base URL, rounds, name of the other.

import type { Subject } from '../subject.ts';
import { loadSubject } from '../subjects/all.ts';
import { modes, type Speed } from './speed.ts';

const [name, baseUrl = '', rounds = '10', beside] = process.argv.slice(2);
const subject = (await loadSubject(name))({ baseUrl });
const other = (await loadSubject(beside))({ baseUrl });

interface Slice {
  ms: number;
  cpuUs: number;
}

async function slice(call: () => Promise<unknown>, calls: number, atOnce: number): Promise<Slice> {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  let left = calls;
  const work = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - startedAt, cpuUs: user + system };
}

/** Short slices of both subjects in turn, so that other load on the machine affects both alike. The sums are compared. */
const pairs = Number(rounds) * 6;
const warmUp = 12;

const results: Speed[] = [];
for (const mode of modes) {
  const method = mode.startsWith('GET') ? 'get' : 'post';
  const [calls, atOnce] = mode.includes('64') ? [256, 64] : [64, 1];
  const others: Slice = { ms: 0, cpuUs: 0 };
  const its: Slice = { ms: 0, cpuUs: 0 };
  const measure = async (one: Subject, sum: Slice, counts: boolean): Promise<void> => {
    const { ms, cpuUs } = await slice(() => one[method](), calls, atOnce);
    if (!counts) return;
    sum.ms += ms;
    sum.cpuUs += cpuUs;
  };
  for (let pair = 0; pair < pairs + warmUp; pair++) {
    const counts = pair >= warmUp;
    // The two take turns at coming first, because the cache is warmer for one of them.
    if (pair % 2 === 0) await measure(other, others, counts);
    await measure(subject, its, counts);
    if (pair % 2 === 1) await measure(other, others, counts);
  }
  results.push({ callsRatio: others.ms / its.ms, cpuRatio: its.cpuUs / others.cpuUs });
}
process.send?.(results);
