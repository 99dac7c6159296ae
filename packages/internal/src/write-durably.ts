import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Replaces a file as a whole or not at all: it is written under another name, flushed and renamed, and its directory is flushed too. Once this resolves,
 * a power cut does not undo it. Only the owner can read the file. Processes and threads may write the same file at the same time; the last one wins.
 *
 * @param path The file; its directory has to exist. When it cannot be written, this rejects with the system's error and leaves no other file behind.
 * @param text The whole content.
 */
export async function writeDurably(path: string, text: string): Promise<void> {
  const aside = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(aside, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
  await flushDirectory(dirname(path));
}

/** Makes a directory, and those above it that are missing, for their owner only. They are flushed, so that a power cut does not undo it. */
export async function makeDurably(directory: string): Promise<void> {
  const first = await mkdir(resolve(directory), { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = resolve(directory); made.length >= first.length; made = dirname(made)) await flushDirectory(dirname(made));
}

/** Some systems (Windows) cannot flush a directory; there the rename is all that can be done. */
async function flushDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
