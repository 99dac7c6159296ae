import type { AudioSource } from '../../src/index.ts';

/** Bytes that begin like an MP3 and repeat nowhere near a part's border. */
export function songBytes(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let i = 0, word = 1; i < size; i++) {
    word = (Math.imul(word, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = word >>> 24;
  }
  bytes.set([0xff, 0xfb, 0x90, 0x00].slice(0, size));
  return bytes;
}

/** A source of these bytes in chunks of an odd size. */
export function bytesSource(bytes: Uint8Array, known: Partial<AudioSource> = {}): AudioSource {
  return {
    name: 'song.mp3',
    sizeBytes: bytes.length,
    async *open() {
      for (let start = 0; start < bytes.length; start += 99_991) yield bytes.subarray(start, start + 99_991);
    },
    ...known,
  };
}
