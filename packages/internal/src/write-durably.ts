import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Replaces a file, all of it or nothing: written aside, flushed, renamed, and the directory flushed too. When it resolves, a power cut does not undo
 * it. Only its owner can read it. Processes and threads may write the same file at the same time: one of them is the last.
 *
 * @param path Of the file; its directory has to be there. Rejects with the system's error where it cannot be written, and leaves nothing aside.
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

/** Makes a directory and those above it that are missing, for their owner only; a power cut does not take it away with what is in it. */
export async function makeDurably(directory: string): Promise<void> {
  const first = await mkdir(resolve(directory), { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = resolve(directory); made.length >= first.length; made = dirname(made)) await flushDirectory(dirname(made));
}

/** Some systems (Windows) cannot flush a directory; there the rename itself is what can be had. */
async function flushDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
