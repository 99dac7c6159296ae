import type { FileHandle } from 'node:fs/promises';
import { readAt } from './read-at.ts';

const mostTailBytes = 1024 * 1024;

/**
 * How many samples a FLAC file lacks at its end, to within a block: its header counts the samples, and the last frame of the file says where it stands.
 * 0 where the header does not count them or no frame is found.
 */
export async function missingFlacSamples(file: FileHandle, size: number): Promise<{ samples: number; sampleRate: number }> {
  const info = await readAt(file, 8, 34);
  if (info.length < 34) return { samples: 0, sampleRate: 1 };
  const [blockSize, largestFrame] = [info.readUInt16BE(2), info.readUIntBE(7, 3)];
  const sampleRate = info.readUIntBE(10, 3) >> 4 || 1;
  const total = (info.readUInt8(13) & 15) * 2 ** 32 + info.readUInt32BE(14);
  const tailBytes = Math.min(size, mostTailBytes, 65_536 + largestFrame);
  const tail = await readAt(file, size - tailBytes, tailBytes);
  let last = -1;
  for (let at = tail.indexOf(0xff); at >= 0; at = tail.indexOf(0xff, at + 1)) {
    const start = frameStart(tail.subarray(at, at + 16), blockSize) ?? -1;
    // The furthest, as chance makes frames of any number.
    if (start < total) last = Math.max(last, start);
  }
  return { samples: last < 0 ? 0 : Math.max(0, total - last - blockSize), sampleRate };
}

/** The first sample of the frame that begins here, or undefined where none does. The header ends with a CRC-8, so chance hardly ever looks like one. */
function frameStart(header: Buffer, blockSize: number): number | undefined {
  const [first = 0, second = 0, sizes = 0, , lead = 0] = header;
  if (first !== 0xff || (second & 0xfe) !== 0xf8) return undefined;
  // The frame's or sample's number is written like a UTF-8 character, of up to 7 bytes.
  const more = lead < 0x80 ? 0 : Math.clz32(~(lead << 24)) - 1;
  if (more > 6 || (lead >= 0x80 && more === 0)) return undefined;
  let number = more === 0 ? lead : lead & (0x3f >> more);
  for (const byte of header.subarray(5, 5 + more)) {
    if ((byte & 0xc0) !== 0x80) return undefined;
    number = number * 64 + (byte & 0x3f);
  }
  const [blockCode, rateCode] = [sizes >> 4, sizes & 15];
  const extra =
    (blockCode === 6 ? 1 : blockCode === 7 ? 2 : 0) + (rateCode === 12 ? 1 : rateCode === 13 || rateCode === 14 ? 2 : 0);
  const end = 5 + more + extra;
  if (end >= header.length || crc8(header.subarray(0, end)) !== header[end]) return undefined;
  return (second & 1) === 1 ? number : number * blockSize;
}

function crc8(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x80 ? 0x107 : 0)) & 0xff;
  }
  return crc;
}
