import { mkdir, writeFile } from 'node:fs/promises';
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
