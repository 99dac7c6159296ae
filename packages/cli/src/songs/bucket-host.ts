import { join } from 'node:path';
import { type AudioHost, type JournalStore, journaledHost } from '@mountsea-suno/hosting';
import { fileJournalStore } from '@mountsea-suno/hosting/node';
import { loadS3Options, s3Host } from '@mountsea-suno/hosting/s3';
import { printableText } from '@mountsea-suno/internal';
import { isPublicHost } from '@mountsea-suno/workflow';
import { homeFolder } from '../client-and-store.ts';
import type { ConfiguredContext } from '../context.ts';
import { UsageError } from '../errors.ts';

/** The flags that say where local files are hosted. */
export interface BucketFlags {
  /** `songs`, `songs/prefix` or `s3://songs/prefix`. */
  readonly bucket?: string | undefined;
  readonly s3Endpoint?: string | undefined;
  readonly s3Region?: string | undefined;
  readonly s3Profile?: string | undefined;
  /** Leave the files in the bucket afterwards. */
  readonly keep?: boolean | undefined;
}

const hourMs = 3_600_000;

/** The journal of the files that this machine has hosted and not yet deleted. */
export function openJournal(context: ConfiguredContext): JournalStore {
  return fileJournalStore({ directory: join(homeFolder(context), 'hosted') });
}

/** Who uses a bucket, and for how long. */
export interface BucketUse {
  /** Who the files belong to. */
  readonly owner: string;
  /** The API that will fetch them. */
  readonly apiUrl: string;
  /** How long the run may take, in milliseconds; the URLs last longer. */
  readonly deadlineMs: number;
}

/** A host on the bucket of the flags or the configuration, which keeps a journal of its files. */
export async function openBucket(
  context: ConfiguredContext,
  flags: BucketFlags,
  { owner, apiUrl, deadlineMs }: BucketUse,
): Promise<AudioHost> {
  const { settings, terminal } = context;
  const bucket = flags.bucket ?? settings.bucket;
  if (bucket === undefined) {
    throw new UsageError('the API takes public URLs only: name a bucket that can hold your files for a while, with --bucket');
  }
  const options = await loadS3Options({
    bucket,
    env: terminal.env,
    urlLifetimeMs: Math.min(7 * 24 * hourMs, Math.max(12 * hourMs, deadlineMs + hourMs)),
    endpoint: flags.s3Endpoint ?? settings.s3Endpoint,
    region: flags.s3Region ?? settings.s3Region,
    profile: flags.s3Profile,
  });
  if (options.endpoint !== undefined && isOutOfReach(apiUrl, options.endpoint)) {
    throw new UsageError(
      `a bucket at ${printableText(options.endpoint, 200)} cannot be reached from the internet, and the API has to fetch from it`,
    );
  }
  return journaledHost({ host: s3Host(options), store: openJournal(context), owner });
}

/** Whether the API is on the internet and the place can only be reached from this machine or its network. */
function isOutOfReach(apiUrl: string, place: string): boolean {
  return isPublicHost(new URL(apiUrl).hostname) && URL.canParse(place) && !isPublicHost(new URL(place).hostname);
}
