import { start } from './child.ts';

export const modes = ['GET in turn', 'GET, 64 at once', 'POST in turn', 'POST, 64 at once'] as const;

/** A subject beside another one in one mode: calls per second and CPU time per call, as ratios. */
export interface Speed {
  callsRatio: number;
  cpuRatio: number;
}

/** Measures one subject in a process of its own, slice by slice in turn with the one that it is compared with. */
export async function measureSpeed(name: string, rounds: number, beside = 'plain fetch'): Promise<Speed[]> {
  const server = await start<string>('servers/json-server.ts');
  try {
    const worker = await start<Speed[]>('measure/speed-worker.ts', [name, server.first, String(rounds), beside]);
    worker.child.disconnect();
    return worker.first;
  } finally {
    server.child.disconnect();
  }
}
