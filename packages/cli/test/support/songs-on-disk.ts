import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a folder of songs, fetched from where the sandbox serves them. */
export async function writeSongs(folder: string, urls: readonly string[]): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  return await Promise.all(
    urls.map(async (url, index) => {
      const path = join(folder, `tone ${index + 1}.wav`);
      await writeFile(path, new Uint8Array(await (await fetch(url)).arrayBuffer()));
      return path;
    }),
  );
}

/** A WAV file of silence that takes no room on the disk. */
export async function writeLongSong(path: string, bytes: number): Promise<void> {
  const head = Buffer.from('RIFF....WAVEfmt \x10\0\0\0\x01\0\x02\0\x44\xac\0\0\x10\xb1\x02\0\x04\0\x10\0data....', 'latin1');
  head.writeUInt32LE(bytes - 8, 4);
  head.writeUInt32LE(bytes - 44, 40);
  const file = await open(path, 'w');
  await file.write(head);
  await file.truncate(bytes);
  await file.close();
}
