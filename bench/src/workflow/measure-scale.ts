import { createClient } from '@mountsea-suno/client';
import { createSandbox, createVirtualClock } from '@mountsea-suno/sandbox';
import { memoryStore, startTraining, type Training } from '@mountsea-suno/workflow';
import { seededRandom } from './seeded-random.ts';

/** What a number of trainings at once cost one process. */
export interface ScaleResult {
  trainings: number;
  /** Heap in use while all of them run, for each, the stand-in server's share included; undefined where garbage collection cannot be forced. */
  heapKbEach: number | undefined;
  /** CPU of the whole run for each, the stand-in server's share included. */
  cpuMsEach: number;
  pollsEach: number;
  /** Most polls in any second of the virtual clock. */
  pollsPerSecond: number;
  pollsPerSecondCap: number;
  /** Virtual time from the first training's start to the last one's end, in ms. */
  tookMs: number;
  /** Charges for creates. */
  charges: number;
}

const CAP = 1000;

/** Measures each number of trainings, after a small run that warms up the process, so that its fixed costs are not counted. */
export async function measureWarmScale(trainings: readonly number[]): Promise<ScaleResult[]> {
  await measureScale(50);
  const results: ScaleResult[] = [];
  for (const count of trainings) results.push(await measureScale(count));
  return results;
}

/** Runs a number of trainings at once, in one process, against a server in the same process, on a virtual clock. */
async function measureScale(trainings: number): Promise<ScaleResult> {
  const heapBefore = collectedHeap();
  const cpuBefore = process.cpuUsage();
  const clock = createVirtualClock();
  const sandbox = createSandbox({ clock, credits: 100 * trainings, keepCalls: 1 });
  const start = clock.now();
  const pollsInSecond = new Map<number, number>();
  const client = createClient({
    apiKey: sandbox.apiKey,
    baseUrl: sandbox.baseUrl,
    usageBaseUrl: sandbox.baseUrl,
    fetch: (url, init) => {
      const second = Math.floor((clock.now() - start) / 1000);
      if (url.includes('/status')) pollsInSecond.set(second, (pollsInSecond.get(second) ?? 0) + 1);
      return sandbox.fetch(url, init);
    },
    clock,
    random: seededRandom(1),
  });
  const store = memoryStore();
  const random = seededRandom(2);
  const audioUrls = Array.from({ length: 6 }, (_, index) => `https://songs.example.com/${index}.mp3`);
  const options = { client, store, clock, random, audioUrls, name: 'bench', pollsPerSecond: CAP, deadlineMs: 6 * 3_600_000 };

  async function startAll(): Promise<Training[]> {
    const started: Training[] = [];
    for (let index = 0; index < trainings; index++) started.push(await startTraining(options));
    return started;
  }
  const running = await clock.run(startAll());
  await clock.advance(100_000);
  const heapAmid = collectedHeap();
  await clock.run(Promise.all(running.map((training) => training.result())));
  const { user, system } = process.cpuUsage(cpuBefore);
  const polls = [...pollsInSecond.values()].reduce((sum, count) => sum + count, 0);
  return {
    trainings,
    heapKbEach: heapBefore === undefined || heapAmid === undefined ? undefined : (heapAmid - heapBefore) / 1024 / trainings,
    cpuMsEach: (user + system) / 1000 / trainings,
    pollsEach: polls / trainings,
    pollsPerSecond: Math.max(...pollsInSecond.values()),
    pollsPerSecondCap: CAP,
    tookMs: clock.now() - start,
    charges: sandbox.credits.charges.length,
  };
}

function collectedHeap(): number | undefined {
  if (!globalThis.gc) return undefined;
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
