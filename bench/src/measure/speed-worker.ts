// A child process: measures one subject against plain fetch and sends the ratios. Arguments: name, base URL, rounds.
import { entryNamed } from '../subjects/all.ts';
import { plainFetch } from '../subjects/plain-fetch.ts';
import { median } from './median.ts';
import { modes, type Speed } from './speed.ts';

const [name, baseUrl = '', rounds = '10'] = process.argv.slice(2);
const subject = (await entryNamed(name).load())({ baseUrl });
const floor = plainFetch({ baseUrl });

async function slice(call: () => Promise<unknown>, calls: number, atOnce: number): Promise<{ ms: number; cpuUs: number }> {
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

const results: Speed[] = [];
for (const mode of modes) {
  const method = mode.startsWith('GET') ? 'get' : 'post';
  const [calls, atOnce] = mode.includes('64') ? [1_280, 64] : [400, 1];
  const ratios: Speed[] = [];
  for (let round = -2; round < Number(rounds); round++) {
    // Whoever comes first has the warmer or the colder cache: they take turns.
    const order = round % 2 === 0 ? [floor, subject] : [subject, floor];
    const [first, second] = [
      await slice(() => (order[0] ?? floor)[method](), calls, atOnce),
      await slice(() => (order[1] ?? floor)[method](), calls, atOnce),
    ];
    const [plain, its] = round % 2 === 0 ? [first, second] : [second, first];
    if (round >= 0) ratios.push({ callsRatio: plain.ms / its.ms, cpuRatio: its.cpuUs / plain.cpuUs });
  }
  results.push({ callsRatio: median(ratios.map((it) => it.callsRatio)), cpuRatio: median(ratios.map((it) => it.cpuRatio)) });
}
process.send?.(results);
