import type { FileHandle } from 'node:fs/promises';
import type { AudioKind } from '../sniff-audio.ts';

/** How much is missing at the end of a file, by the length in its own header, as in `512 bytes`; undefined when nothing is missing or no length is given. */
export async function missingEnd(
  file: FileHandle,
  size: number,
  head: Uint8Array,
  { extension }: AudioKind,
): Promise<string | undefined> {
  if (extension === 'flac') {
    const { samples, sampleRate } = await missingFlacSamples(file, size);
    return samples > 0 ? `${(samples / sampleRate).toFixed(1)} seconds` : undefined;
  }
  const missing = await missingBytes(file, size, head);
  return missing > 0 ? `${missing} bytes` : undefined;
}

/** How many bytes are missing at the end of a file, by the length that its container gives; 0 when it gives none. */
export async function missingBytes(file: FileHandle, size: number, head: Uint8Array): Promise<number> {
  const start = Buffer.from(head);
  const container = start.toString('latin1', 0, 4);
  if (container === 'RIFF') return beyond(start.readUInt32LE(4), size);
  if (container === 'FORM') return beyond(start.readUInt32BE(4), size);
  if (container === 'OggS') return missingInOgg(file, size);
  if (start.toString('latin1', 4, 8) === 'ftyp') return missingInMp4(file, size);
  return missingInMpeg(file, size, start);
}

/** How far a chunk of a declared length, after an 8-byte header, goes beyond the file. A recorder that could not fill in the length leaves 0 or all ones. */
function beyond(declared: number, size: number): number {
  const isUnknown = declared === 0 || declared === 0xffffffff;
  const missing = declared + 8 - size;
  // A single byte may be the padding of the last chunk, which many programs leave out.
  return isUnknown || missing <= 1 ? 0 : missing;
}

/** How many bytes an MP4 lacks: its top-level boxes have to end where the file ends. */
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

/** How many bytes an Ogg file lacks: its last page has to end where the file ends. A page has at most 65,307 bytes and lists the lengths of its segments. */
async function missingInOgg(file: FileHandle, size: number): Promise<number> {
  const tail = await readAt(file, Math.max(0, size - 65_307), 65_307);
  const start = tail.lastIndexOf('OggS');
  const page = tail.subarray(Math.max(0, start));
  const segments = page.subarray(27, 27 + (page[26] ?? 0));
  const length = segments.reduce((sum, segment) => sum + segment, 27 + (page[26] ?? 0));
  return start < 0 ? 0 : Math.max(0, length - page.length);
}

/** How many bytes an MPEG file lacks: a Xing or Info header in its first frame counts the bytes of the stream. */
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

const maxTailBytes = 1024 * 1024;

/**
 * How many samples a FLAC file lacks at its end, to within a block: its header counts the samples, and its last frame holds its own number. 0 when the
 * header has no count or no frame is found.
 */
export async function missingFlacSamples(file: FileHandle, size: number): Promise<{ samples: number; sampleRate: number }> {
  const info = await readAt(file, 8, 34);
  if (info.length < 34) return { samples: 0, sampleRate: 1 };
  const [blockSize, largestFrame] = [info.readUInt16BE(2), info.readUIntBE(7, 3)];
  const sampleRate = info.readUIntBE(10, 3) >> 4 || 1;
  const total = (info.readUInt8(13) & 15) * 2 ** 32 + info.readUInt32BE(14);
  const tailBytes = Math.min(size, maxTailBytes, 65_536 + largestFrame);
  const tail = await readAt(file, size - tailBytes, tailBytes);
  let last = -1;
  for (let at = tail.indexOf(0xff); at >= 0; at = tail.indexOf(0xff, at + 1)) {
    const start = frameStart(tail.subarray(at, at + 16), blockSize) ?? -1;
    // The furthest one counts: bytes that only look like a frame may hold any number.
    if (start < total) last = Math.max(last, start);
  }
  return { samples: last < 0 ? 0 : Math.max(0, total - last - blockSize), sampleRate };
}

/** The first sample of the frame that begins here, or undefined when none does. The header ends with a CRC-8, so other bytes hardly ever look like one. */
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

/** Reads `length` bytes from a position on, or as many as there are. */
async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
