import { type AudioHost, claimHosted, type HostRef, hostAll, type JournalStore } from '@mountsea-suno/hosting';
import { fileSource } from '@mountsea-suno/hosting/node';
import type { ProgressDisplay } from '../progress/display.ts';
import type { Song } from './gather-songs.ts';

/** Songs that all have a URL. */
export interface HostedSongs {
  readonly audioUrls: readonly string[];
  /** The local file behind a URL. */
  fileOf(url: string): string | undefined;
  /** Makes the training the owner of the files, so that `resume` and `doctor` know whose they are. */
  claim(trainingId: string): Promise<void>;
  /** Removes the files from the journal. They stay on the host, and no cleanup removes them. */
  forget(): Promise<void>;
  /** Deletes the files. */
  release(): Promise<void>;
  /** When the first of their URLs expires, in milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** What hosting needs besides the songs. */
export interface HostSongsOptions {
  readonly host: AudioHost;
  readonly journal: JournalStore;
  readonly display: ProgressDisplay;
  readonly signal: AbortSignal;
}

const releaseTimeoutMs = 20_000;

/** Uploads the files among the songs to the host, all or none, and shows the progress. */
export async function hostSongs(
  songs: readonly Song[],
  { host, journal, display, signal }: HostSongsOptions,
): Promise<HostedSongs> {
  const files = songs.flatMap((song, index) => ('path' in song ? [{ ...song, index }] : []));
  const sources = await Promise.all(files.map(({ path, sha256 }) => fileSource(path, { sha256 })));
  const hosted = await hostAll({
    host,
    sources,
    signal,
    onEvent: (event) => {
      const index = files[event.index]?.index ?? 0;
      if (event.type === 'started') display.hosting(index, 0);
      else if (event.type === 'progress')
        display.hosting(index, Math.min(0.99, event.sentBytes / (event.totalBytes ?? Number.POSITIVE_INFINITY)));
      else if (event.type === 'hosted') display.hosting(index, 1);
    },
  });
  const refs: HostRef[] = hosted.map(({ ref }) => ref);
  const urls = new Map(files.map(({ index }, position) => [index, hosted[position]?.url ?? '']));
  const paths = new Map(files.map(({ path }, position) => [hosted[position]?.url ?? '', path]));
  return {
    audioUrls: songs.map((song, index) => ('url' in song ? song.url : (urls.get(index) ?? ''))),
    fileOf: (url) => paths.get(url),
    claim: (trainingId) => claimHosted(journal, refs, trainingId),
    forget: async () => void (await Promise.all(refs.map(({ id }) => journal.remove(id)))),
    release: async () => {
      const signal = AbortSignal.timeout(releaseTimeoutMs);
      await Promise.all(refs.map((ref) => host.remove(ref, { signal })));
    },
    expiresAt: Math.min(...hosted.map(({ expiresAt }) => expiresAt)),
  };
}
