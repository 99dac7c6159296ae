const headBytes = 4_096;
const timeoutMs = 15_000;

const startsWith = (bytes: Uint8Array, text: string, offset = 0): boolean =>
  [...text].every((char, index) => bytes[offset + index] === char.charCodeAt(0));

/** The kind of audio that begins with these bytes; undefined when it is none of the known kinds. */
export function audioKindOf(bytes: Uint8Array): 'mp3' | 'wav' | 'flac' | 'ogg' | 'm4a' | 'aac' | 'aiff' | undefined {
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WAVE', 8)) return 'wav';
  if (startsWith(bytes, 'fLaC')) return 'flac';
  if (startsWith(bytes, 'OggS')) return 'ogg';
  if (startsWith(bytes, 'ftyp', 4)) return 'm4a';
  if (startsWith(bytes, 'FORM') && startsWith(bytes, 'AIF', 8)) return 'aiff';
  if (startsWith(bytes, 'ID3')) return 'mp3';
  const [first = 0, second = 0] = bytes;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  return (second & 0x06) === 0 ? 'aac' : 'mp3'; // layer bits 00 mark an ADTS frame
}

async function readHead(response: Response): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const head = new Uint8Array(headBytes);
  let length = 0;
  while (reader !== undefined && length < headBytes) {
    const { done, value } = await reader.read();
    if (done) break;
    const part = value.subarray(0, headBytes - length);
    head.set(part, length);
    length += part.length;
  }
  await reader?.cancel();
  return head.subarray(0, length);
}

/**
 * Fetches the beginning of an audio file, as the service would.
 *
 * @returns why it cannot be used, or undefined where it can
 */
export async function checkAudio(audioUrl: string, fetcher: typeof fetch): Promise<string | undefined> {
  try {
    const response = await fetcher(audioUrl, {
      headers: { range: `bytes=0-${headBytes - 1}` },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return `Audio source not found. (HTTP ${response.status})`;
    }
    return audioKindOf(await readHead(response)) === undefined ? 'Audio source is not an audio file.' : undefined;
  } catch {
    return 'Audio source not found.';
  }
}
