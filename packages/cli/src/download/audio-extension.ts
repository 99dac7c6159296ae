/** The file extension of audio by its first bytes (16 are enough); undefined where they are of no known audio format. */
export function audioExtension(head: Uint8Array): string | undefined {
  const text = (start: number, end: number): string => String.fromCharCode(...head.subarray(start, end));
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE') return 'wav';
  if (text(0, 4) === 'fLaC') return 'flac';
  if (text(0, 4) === 'OggS') return 'ogg';
  if (text(4, 8) === 'ftyp') return 'm4a';
  if (text(0, 3) === 'ID3') return 'mp3';
  const [first = 0, second = 0] = head;
  if (first === 0xff && (second & 0xf6) === 0xf0) return 'aac';
  return first === 0xff && (second & 0xe0) === 0xe0 ? 'mp3' : undefined;
}
