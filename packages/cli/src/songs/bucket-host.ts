import { join } from 'node:path';
import { type AudioHost, type JournalStore, journaledHost } from '@mountsea-suno/hosting';
import { fileJournalStore } from '@mountsea-suno/hosting/node';
import { loadS3Options, s3Host } from '@mountsea-suno/hosting/s3';
import { isPublicHost } from '@mountsea-suno/workflow';
import { type Context, homeFolder } from '../context.ts';
import { plain } from '../text/plain.ts';
import { UsageError } from '../usage-error.ts';

/** The flags that say where local files are hosted. */
export interface BucketFlags {
  /** `songs`, `songs/prefix` or `s3://songs/prefix`. */
  readonly bucket?: string | undefined;
  readonly s3Endpoint?: string | undefined;
  readonly s3Region?: string | undefined;
  readonly s3Profile?: string | undefined;
  /** Leave the files where they are afterwards. */
  readonly keep?: boolean | undefined;
}

const hourMs = 3_600_000;

/** The journal of what this machine has hosted and not yet removed. */
export function openJournal(context: Context): JournalStore {
  return fileJournalStore({ directory: join(homeFolder(context), 'hosted') });
}

/** What a bucket is opened for. */
export interface BucketUse {
  /** Whose the files are. */
  readonly owner: string;
  /** The API that will fetch them. */
  readonly apiUrl: string;
  /** The URLs outlive a run of so many milliseconds by far. */
  readonly deadlineMs: number;
}

/** A host on the bucket of the flags or the configuration, which writes down what it holds. */
export async function openBucket(
  context: Context,
  flags: BucketFlags,
  { owner, apiUrl, deadlineMs }: BucketUse,
): Promise<AudioHost> {
  const { settings, terminal } = context;
  const bucket = flags.bucket ?? settings.bucket;
  if (bucket === undefined) {
    throw new UsageError('the API takes public URLs only: name a bucket where your files can be put for a while, with --bucket');
  }
  const endpoint = flags.s3Endpoint ?? settings.s3Endpoint;
  const region = flags.s3Region ?? settings.s3Region;
  const options = await loadS3Options({
    bucket,
    env: terminal.env,
    urlLifetimeMs: Math.min(7 * 24 * hourMs, Math.max(12 * hourMs, deadlineMs + hourMs)),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(region === undefined ? {} : { region }),
    ...(flags.s3Profile === undefined ? {} : { profile: flags.s3Profile }),
  });
  if (options.endpoint !== undefined && isFarFrom(apiUrl, options.endpoint)) {
    throw new UsageError(
      `a bucket at ${plain(options.endpoint, 200)} cannot be reached from the internet, and the API has to fetch from it`,
    );
  }
  return journaledHost({ host: s3Host(options), store: openJournal(context), owner });
}

/** Whether an API on the internet would look for a place that only this machine or its network knows. */
function isFarFrom(apiUrl: string, place: string): boolean {
  return isPublicHost(new URL(apiUrl).hostname) && URL.canParse(place) && !isPublicHost(new URL(place).hostname);
}
