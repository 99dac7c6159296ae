import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startS3Server } from '@mountsea-suno/test-support/s3-server';
import { expect, it } from 'vitest';
import { hostInChild } from './support/host-in-child.ts';

const sizeBytes = 500 * 1024 * 1024;

it('checks and hosts a file of 500 MB in less than 120 MB of memory', { timeout: 120_000 }, async () => {
  const directory = await mkdtemp(join(tmpdir(), 'hosting-'));
  const server = await startS3Server();
  try {
    const path = join(directory, 'long.wav');
    const file = await open(path, 'w');
    await file.write('RIFF\0\0\0\0WAVE');
    await file.truncate(sizeBytes);
    await file.close();

    const child = hostInChild(server.endpoint, path, join(directory, 'journal'));
    const [line = ''] = /\{.*\}/.exec(await child.printed(/\}\n/)) ?? [];
    const result: { sizeBytes: number; maxRssMiB: number } = JSON.parse(line);
    expect(result.sizeBytes).toBe(sizeBytes);
    expect(result.maxRssMiB).toBeLessThan(120);
    // Negative control: the measure does see what a process holds.
    expect(result.maxRssMiB).toBeGreaterThan(50);
  } finally {
    await server.close();
    await rm(directory, { recursive: true });
  }
});
