import type { IAudioMetadata } from 'music-metadata';
import type { FileReport } from './file-report.ts';

type Metadata = Pick<
  FileReport,
  'container' | 'codec' | 'isLossless' | 'durationMs' | 'bitrate' | 'sampleRate' | 'channels' | 'title' | 'artist'
>;

/** Types whose parser goes by another name in music-metadata. */
const parserTypes: Readonly<Record<string, string>> = { 'audio/aac': 'audio/aacp', 'audio/x-ms-wma': 'audio/ms-wma' };

/** What is inside of an audio file, told by its content and never by its name; undefined when it is of no known kind or cannot be parsed. */
export async function readMetadata(path: string, contentType: string | undefined): Promise<Metadata | undefined> {
  // Loaded on first use: they are by far the largest part of this entry.
  const [{ parseFromTokenizer }, { fromFile }] = await Promise.all([import('music-metadata'), import('strtok3')]);
  const tokenizer = await fromFile(path);
  const mimeType = contentType && (parserTypes[contentType] ?? contentType);
  try {
    delete tokenizer.fileInfo.path;
    if (mimeType) tokenizer.fileInfo.mimeType = mimeType;
    return metadataOf(await parseFromTokenizer(tokenizer, { duration: true, skipCovers: true }));
  } catch {
    return undefined;
  } finally {
    await tokenizer.close();
  }
}

function metadataOf({ format, common }: IAudioMetadata): Metadata {
  const { container, codec, lossless, duration, bitrate, sampleRate, numberOfChannels } = format;
  const found = {
    container,
    codec,
    isLossless: lossless,
    durationMs: duration === undefined ? undefined : Math.round(duration * 1000),
    bitrate: bitrate === undefined ? undefined : Math.round(bitrate),
    sampleRate,
    channels: numberOfChannels,
    title: plain(common.title),
    artist: plain(common.artist),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Tags are written by strangers: no control or direction-changing characters, and not without end. */
function plain(text: string | undefined): string | undefined {
  return text?.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').slice(0, 200) || undefined;
}
