const brand: unique symbol = Symbol.for('@mountsea-suno/hosting/error');
/** The client's `isMountseaError` recognises errors that have the fields of a `MountseaError` by this. */
const familyBrand: unique symbol = Symbol.for('@mountsea-suno/error');

/**
 * Every error code of this package: what it means, whether the same call may succeed later, and the exit code it suggests
 * (2 bad input, 3 refused, 6 network or server trouble).
 */
export const hostingErrorTable: Readonly<Record<HostingErrorCode, HostingErrorInfo>> = {
  host_configuration: {
    meaning: 'The bucket, the region, the endpoint or the credentials are missing or malformed.',
    retryable: false,
    exitCode: 2,
  },
  host_refused: { meaning: 'The host refused the credentials or the permission.', retryable: false, exitCode: 3 },
  host_not_found: { meaning: 'The bucket does not exist at this endpoint.', retryable: false, exitCode: 2 },
  host_rejected: { meaning: 'The host rejected the request for another reason than credentials.', retryable: false, exitCode: 3 },
  host_unavailable: {
    meaning: 'The host could not be reached, or kept failing, after all retries.',
    retryable: true,
    exitCode: 6,
  },
  host_mismatch: { meaning: 'The file to remove is not on this host.', retryable: false, exitCode: 2 },
  checksum_mismatch: {
    meaning: 'The host received other bytes than were sent, after all retries.',
    retryable: true,
    exitCode: 6,
  },
  source_unreadable: { meaning: 'A local file is missing or cannot be read.', retryable: false, exitCode: 2 },
  source_empty: { meaning: 'A local file has no bytes.', retryable: false, exitCode: 2 },
  source_too_large: { meaning: 'A local file is larger than the host takes.', retryable: false, exitCode: 2 },
  source_changed: {
    meaning: 'A local file changed while it was uploaded, or since it was checked.',
    retryable: true,
    exitCode: 2,
  },
  input_invalid: { meaning: 'A playlist, a manifest or a folder could not be understood.', retryable: false, exitCode: 2 },
  journal_unusable: { meaning: 'The record of what was uploaded could not be written or read.', retryable: false, exitCode: 2 },
};

/** The codes of {@link HostingError}, each explained in {@link hostingErrorTable}. */
export type HostingErrorCode =
  | 'host_configuration'
  | 'host_refused'
  | 'host_not_found'
  | 'host_rejected'
  | 'host_unavailable'
  | 'host_mismatch'
  | 'checksum_mismatch'
  | 'source_unreadable'
  | 'source_empty'
  | 'source_too_large'
  | 'source_changed'
  | 'input_invalid'
  | 'journal_unusable';

/** A row of {@link hostingErrorTable}. */
export interface HostingErrorInfo {
  /** One sentence for people. */
  readonly meaning: string;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  /** What a command line may exit with. */
  readonly exitCode: number;
}

/** What a {@link HostingError} knows beyond its code and message. */
export interface HostingErrorDetails {
  /** The call that failed, as in `s3.uploadPart`. */
  readonly operation?: string | undefined;
  /** The HTTP status of the response, if there was one. */
  readonly status?: number | undefined;
  /** The host's id of the request, to quote to its support. */
  readonly requestId?: string | undefined;
  /** The host's own error code, as in `SignatureDoesNotMatch`. */
  readonly hostCode?: string | undefined;
  /** How many times it was tried; 0 when nothing was sent. */
  readonly attempts?: number | undefined;
  /** What was caught, without secrets. */
  readonly cause?: unknown;
}

/**
 * The one error class of this package; branch on `code`. It has the fields of the client's `MountseaError`, so `isMountseaError` accepts it, and it
 * holds neither secrets nor URLs.
 *
 * @example
 * ```ts
 * import { HostingError, hostingErrorTable, isHostingError } from '@mountsea-suno/hosting';
 *
 * try {
 *   throw new HostingError('host_not_found', 'There is no bucket songs.', { status: 404, attempts: 1 });
 * } catch (error) {
 *   if (!isHostingError(error)) throw error;
 *   process.stderr.write(`${error.message} (${hostingErrorTable[error.code].meaning})\n`);
 * }
 * ```
 */
export class HostingError extends Error {
  override readonly name: string = 'HostingError';
  /** What happened: a key of {@link hostingErrorTable}. */
  readonly code: HostingErrorCode;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  /** Hosting never costs credits. */
  readonly charged: 'no' = 'no' as const;
  /** The call that failed, as in `s3.uploadPart`. */
  readonly operation: string | undefined;
  /** The HTTP status of the response, if there was one. */
  readonly status: number | undefined;
  /** The host's id of the request, to quote to its support. */
  readonly requestId: string | undefined;
  /** The host's own error code, as in `SignatureDoesNotMatch`. */
  readonly hostCode: string | undefined;
  /** How many times it was tried; 0 when nothing was sent. */
  readonly attempts: number;

  constructor(code: HostingErrorCode, message: string, details: HostingErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.retryable = hostingErrorTable[code].retryable;
    this.operation = details.operation;
    this.status = details.status;
    this.requestId = details.requestId;
    this.hostCode = details.hostCode;
    this.attempts = details.attempts ?? 0;
    Object.defineProperties(this, { [brand]: { value: true }, [familyBrand]: { value: true } });
  }
}

/**
 * Whether an error is a {@link HostingError}, also one from another copy of this package.
 *
 * @example
 * ```ts
 * import { isHostingError } from '@mountsea-suno/hosting';
 *
 * if (isHostingError(new Error('other'))) throw new Error('not one of ours');
 * ```
 */
export function isHostingError(error: unknown): error is HostingError {
  return error instanceof Error && brand in error;
}
