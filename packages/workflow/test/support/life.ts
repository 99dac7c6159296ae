import { type Clock, createClient, type MountseaClient } from '@mountsea-suno/client';
import type { Sandbox } from '@mountsea-suno/sandbox';
import type { TrainingStore } from '../../src/index.ts';

/** What outlives a process: the texts that it had saved. */
export interface Disk {
  texts: Map<string, string>;
  durations?: string;
}

/** Before and after each request of a kind, and each save. */
export type CrashPoint = `${'before' | 'after'}-${'prepare' | 'upload' | 'poll' | 'create' | 'ledger' | 'save'}`;

/** Where a process dies: at a crash point, at one of its saves (before or after the text is on the disk), or at a time of the clock. */
export interface Death {
  /** `time` 2 is the second time that the point is reached. */
  point?: { name: CrashPoint; time: number };
  save?: { number: number; when: 'before' | 'after' };
  at?: number;
}

/** What a training sees of its process. Once the process is dead, nothing that it does reaches the server or the disk. */
export interface Life {
  client: MountseaClient;
  store: TrainingStore;
  clock: Clock;
  saves(): number;
  /** How often each crash point was reached. */
  reached: ReadonlyMap<CrashPoint, number>;
  /** Resolves when it dies. */
  died: Promise<'died'>;
}

export interface LifeOptions {
  sandbox: Sandbox;
  clock: Clock;
  disk: Disk;
  random: () => number;
  death?: Death | undefined;
  /** Stands between the client and the server: for subjects that are wrong on purpose. */
  fetchThrough?: (send: typeof fetch) => typeof fetch;
  /** Whether a text reaches the disk: for subjects that are wrong on purpose. */
  keepText?: (text: string) => boolean;
}

export function beginLife(options: LifeOptions): Life {
  const { sandbox, clock, disk, death } = options;
  let dead = false;
  let saves = 0;
  let die: (died: 'died') => void = () => {};
  const died = new Promise<'died'>((resolve) => {
    die = resolve;
  });
  function end(): void {
    dead = true;
    die('died');
  }
  if (death?.at !== undefined) void clock.sleep(Math.max(0, death.at - clock.now())).then(end);

  const never = new Promise<never>(() => {});
  /** Does the work unless the process is dead. A process that dies in the meantime never gets the result. */
  async function alive<T>(work: () => Promise<T>): Promise<T> {
    if (dead) await never;
    try {
      return await work();
    } finally {
      if (dead) await never;
    }
  }

  const reached = new Map<CrashPoint, number>();
  async function point(name: CrashPoint): Promise<void> {
    const time = (reached.get(name) ?? 0) + 1;
    reached.set(name, time);
    if (death?.point?.name === name && death.point.time === time) end();
    if (dead) await never;
  }

  const lifeClock = {
    now: () => clock.now(),
    monotonic: () => clock.now(),
    sleep: (ms: number, signal?: AbortSignal) => alive(() => clock.sleep(ms, signal)),
  };
  const send = options.fetchThrough?.(sandbox.fetch) ?? sandbox.fetch;
  const locked = new Set<string>();
  const store: TrainingStore = {
    load: (id) => alive(async () => disk.texts.get(id)),
    list: () => alive(async () => [...disk.texts.keys()]),
    save: (id, text) =>
      alive(async () => {
        const number = ++saves;
        const here = death?.save?.number === number ? death.save.when : undefined;
        if (here === 'before') return end();
        await point('before-save');
        if (options.keepText?.(text) ?? true) disk.texts.set(id, text);
        await point('after-save');
        if (here === 'after') end();
      }),
    remove: (id) => alive(async () => void disk.texts.delete(id)),
    lock: (id) =>
      alive(async () => {
        if (locked.has(id)) throw new Error(`${id} is locked`);
        locked.add(id);
        return { release: async () => void locked.delete(id) };
      }),
    loadDurations: () => alive(async () => disk.durations),
    saveDurations: (text) =>
      alive(async () => {
        disk.durations = text;
      }),
  };
  const client = createClient({
    ...sandbox.clientOptions,
    fetch: (url, init) =>
      alive(async () => {
        const kind = kindOf(new URL(url).pathname);
        await point(`before-${kind}`);
        try {
          return await send(url, init);
        } finally {
          await point(`after-${kind}`);
        }
      }),
    clock: lifeClock,
    random: options.random,
  });
  return { client, store, clock: lifeClock, saves: () => saves, reached, died };
}

function kindOf(path: string): 'prepare' | 'upload' | 'poll' | 'create' | 'ledger' {
  const kind = ['prepare', 'upload', 'create'].find((end) => path.endsWith(end)) as 'prepare' | 'upload' | 'create' | undefined;
  return kind ?? (path.endsWith('/status') ? 'poll' : 'ledger');
}
