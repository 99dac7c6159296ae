/** A kind of audio file, recognised by its first bytes. */
export interface AudioKind {
  /** The usual file extension, without the dot. */
  readonly extension: 'mp3' | 'wav' | 'flac' | 'ogg' | 'opus' | 'm4a' | 'aac' | 'aiff' | 'webm' | 'wma';
  /** The media type, as in `audio/mpeg`. */
  readonly contentType: string;
}

/** How many of the first bytes {@link audioKindOf} reads. */
export const audioHeadLength = 64;

/** The kind of an audio file, by its first bytes (64 are enough); undefined when it is none of the known kinds. */
export function audioKindOf(head: Uint8Array): AudioKind | undefined {
  const ascii = (from: number, to: number): string => String.fromCharCode(...head.subarray(from, to));
  const container = ascii(0, 4);
  if (container === 'RIFF' || container === 'RF64') return ascii(8, 12) === 'WAVE' ? kind('wav', 'audio/wav') : undefined;
  if (container === 'FORM') return ascii(8, 11) === 'AIF' ? kind('aiff', 'audio/aiff') : undefined;
  if (container === 'fLaC') return kind('flac', 'audio/flac');
  if (container === 'OggS') return ascii(28, 36) === 'OpusHead' ? kind('opus', 'audio/ogg') : kind('ogg', 'audio/ogg');
  if (ascii(4, 8) === 'ftyp') return isPicture(head, ascii) ? undefined : kind('m4a', 'audio/mp4');
  if (container === '\x1a\x45\xdf\xa3') return kind('webm', 'audio/webm');
  if (container === '\x30\x26\xb2\x75') return kind('wma', 'audio/x-ms-wma');
  if (container === 'ADIF') return kind('aac', 'audio/aac');
  if (ascii(0, 3) === 'ID3') return kind('mp3', 'audio/mpeg');
  return mpegFrame(head);
}

/** Brands of the ISO base media container that hold pictures: HEIF and AVIF images and their sequences, JPEG 2000 and JPEG XL, and Canon's raw files. */
const pictureBrands = /^(he[ivx][cmsx]|hevc|hevx|mif[12]|msf1|mi[ah]f|avi[fs]|avio|jp[2mx] |jpxb|mjp2|mj2s|jxl |crx )$/;
/** Brands that say how the file is built and nothing of what is in it. */
const buildBrands = /^(iso[\dm]|mp4[12])$/;

/** The major brand says what the file is. Where it only says how the file is built, a compatible brand may still be that of a picture. */
function isPicture(head: Uint8Array, ascii: (from: number, to: number) => string): boolean {
  const major = ascii(8, 12);
  if (pictureBrands.test(major)) return true;
  if (!buildBrands.test(major)) return false;
  const boxLength = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0);
  for (let at = 16; at + 4 <= Math.min(boxLength, head.length); at += 4) if (pictureBrands.test(ascii(at, at + 4))) return true;
  return false;
}

/** An MPEG audio frame without a container: 11 set bits, then version and layer. Layer 0 is ADTS, which holds AAC. */
function mpegFrame(head: Uint8Array): AudioKind | undefined {
  const [first = 0, second = 0, third = 0] = head;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  const layer = (second >> 1) & 3;
  if (layer === 0) return (second & 0xf6) === 0xf0 ? kind('aac', 'audio/aac') : undefined;
  const isReserved = ((second >> 3) & 3) === 1 || third >> 4 === 15 || ((third >> 2) & 3) === 3;
  return isReserved ? undefined : kind('mp3', 'audio/mpeg');
}

function kind(extension: AudioKind['extension'], contentType: string): AudioKind {
  return { extension, contentType };
}
