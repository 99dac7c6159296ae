import type { FileHandle } from 'node:fs/promises';
import { readAt } from './read-at.ts';

/**
 * How many bytes a file lacks at its end by what its container says of its own length; 0 where it says nothing.
 */
export async function missingBytes(file: FileHandle, size: number, head: Uint8Array): Promise<number> {
  const start = Buffer.from(head);
  const container = start.toString('latin1', 0, 4);
  if (container === 'RIFF') return beyond(start.readUInt32LE(4), size);
  if (container === 'FORM') return beyond(start.readUInt32BE(4), size);
  if (container === 'OggS') return missingInOgg(file, size);
  if (start.toString('latin1', 4, 8) === 'ftyp') return missingInMp4(file, size);
  return missingInMpeg(file, size, start);
}

/** A chunk of a declared length after an 8-byte header. 0 and all ones are what a recorder leaves that could not go back. */
function beyond(declared: number, size: number): number {
  const isUnknown = declared === 0 || declared === 0xffffffff;
  const missing = declared + 8 - size;
  // One byte is the padding of the last chunk, which many leave out.
  return isUnknown || missing <= 1 ? 0 : missing;
}

/** The top-level boxes of an MP4 have to end where the file ends. */
async function missingInMp4(file: FileHandle, size: number): Promise<number> {
  let offset = 0;
  while (offset < size) {
    const header = await readAt(file, offset, 16);
    if (header.length < 8) return 8 - header.length;
    let length = header.readUInt32BE(0);
    if (length === 0) return 0;
    if (length === 1 && header.length === 16) length = Number(header.readBigUInt64BE(8));
    if (length < 8) return 0;
    offset += length;
  }
  return offset - size;
}

/** The last page of an Ogg stream has to end where the file ends. It is at most 65,307 bytes long and lists the lengths of its segments. */
async function missingInOgg(file: FileHandle, size: number): Promise<number> {
  const tail = await readAt(file, Math.max(0, size - 65_307), 65_307);
  const start = tail.lastIndexOf('OggS');
  const page = tail.subarray(Math.max(0, start));
  const segments = page.subarray(27, 27 + (page[26] ?? 0));
  const length = segments.reduce((sum, segment) => sum + segment, 27 + (page[26] ?? 0));
  return start < 0 ? 0 : Math.max(0, length - page.length);
}

/** A Xing or Info header in the first frame counts the bytes of the stream. */
async function missingInMpeg(file: FileHandle, size: number, head: Buffer): Promise<number> {
  const hasTag = head.length >= 10 && head.toString('latin1', 0, 3) === 'ID3';
  const tagBytes = hasTag ? 10 + head.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 127), 0) : 0;
  const frame = await readAt(file, tagBytes, 64);
  const at = Math.max(frame.indexOf('Xing'), frame.indexOf('Info'));
  if (at < 0 || at + 16 > frame.length) return 0;
  const flags = frame.readUInt32BE(at + 4);
  if ((flags & 2) === 0) return 0;
  const declared = frame.readUInt32BE(at + 8 + ((flags & 1) === 0 ? 0 : 4));
  return Math.max(0, tagBytes + declared - size);
}
