import { printableText } from '@mountsea-suno/internal';
import type { IAudioMetadata } from 'music-metadata';

/** The metadata of an audio file. Its texts come from the file: they are made printable, and are not to be trusted. */
export interface AudioMetadata {
  /** The container, as in `MPEG`, `WAVE`, `FLAC`. */
  readonly container?: string;
  /** The codec, as in `MPEG 1 Layer 3`, `PCM`. */
  readonly codec?: string;
  /** Whether the codec keeps every sample. */
  readonly isLossless?: boolean;
  /** The duration in milliseconds, as the file says or as its frames add up to. */
  readonly durationMs?: number;
  /** Bits per second. */
  readonly bitrate?: number;
  /** Hertz. */
  readonly sampleRate?: number;
  /** 1 is mono, 2 is stereo. */
  readonly channels?: number;
  /** The title in the file's tags. */
  readonly title?: string;
  /** The artist in the file's tags. */
  readonly artist?: string;
}

/** Media types for which music-metadata has another name. */
const parserTypes: Readonly<Record<string, string>> = { 'audio/aac': 'audio/aacp', 'audio/x-ms-wma': 'audio/ms-wma' };

/** The metadata of an audio file, read from its content and never from its name; undefined when its kind is unknown or it cannot be parsed. */
export async function readMetadata(path: string, contentType: string | undefined): Promise<AudioMetadata | undefined> {
  // Both packages are loaded on first use, because they are by far the largest part of this entry.
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

function metadataOf({ format, common }: IAudioMetadata): AudioMetadata {
  const { container, codec, lossless, duration, bitrate, sampleRate, numberOfChannels } = format;
  const found = {
    container: printable(container),
    codec: printable(codec),
    isLossless: lossless,
    durationMs: duration === undefined ? undefined : Math.round(duration * 1000),
    bitrate: bitrate === undefined ? undefined : Math.round(bitrate),
    sampleRate,
    channels: numberOfChannels,
    title: printable(common.title),
    artist: printable(common.artist),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Anybody may have written the file, so its texts are made printable and cut to 200 characters. */
function printable(text: string | undefined): string | undefined {
  return text === undefined ? undefined : printableText(text, 200) || undefined;
}
