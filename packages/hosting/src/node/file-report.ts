/**
 * What `preflight` found out about one file.
 *
 * @example
 * ```ts
 * import type { FileReport } from '@mountsea-suno/hosting/node';
 *
 * const isUsable = ({ problems }: FileReport) => problems.every(({ severity }) => severity !== 'error');
 * ```
 */
export interface FileReport {
  /** Absolute path. */
  readonly path: string;
  /** Bytes. */
  readonly sizeBytes?: number;
  /** Lower-case hex, of the whole content. */
  readonly sha256?: string;
  /** By the first bytes, as in `audio/mpeg`; the file's name is not trusted. */
  readonly contentType?: string;
  /** As in `MPEG`, `WAVE`, `FLAC`. */
  readonly container?: string;
  /** As in `MPEG 1 Layer 3`, `PCM`. */
  readonly codec?: string;
  /** Whether the codec keeps every sample. */
  readonly isLossless?: boolean;
  /** Milliseconds, as the file says or as its frames add up to. */
  readonly durationMs?: number;
  /** Bits per second. */
  readonly bitrate?: number;
  /** Hertz. */
  readonly sampleRate?: number;
  /** 1 mono, 2 stereo. */
  readonly channels?: number;
  /** From the tags of the file: untrusted text without control characters. */
  readonly title?: string;
  /** From the tags of the file: untrusted text without control characters. */
  readonly artist?: string;
  /** Empty when nothing is wrong. */
  readonly problems: readonly FileProblem[];
}

/**
 * Something that is wrong, or may be wrong, with a file.
 *
 * @example
 * ```ts
 * import type { FileProblem } from '@mountsea-suno/hosting/node';
 *
 * const line = ({ severity, message }: FileProblem) => `${severity}: ${message}`;
 * ```
 */
export interface FileProblem {
  /** What is wrong. */
  readonly code: FileProblemCode;
  /** `error`: hosting it makes no sense. `warning`: may be meant so. */
  readonly severity: 'error' | 'warning';
  /** One sentence. */
  readonly message: string;
  /** For `same_content`: the other files, as absolute paths. */
  readonly paths?: readonly string[];
}

/**
 * `not_found`, `not_a_file`, `unreadable`, `empty` · `not_audio`: begins like no known audio file · `damaged`: begins like one, but cannot be
 * read as one or has no sound in it · `truncated`: shorter than it says of itself · `same_content` (a warning): byte for byte the same as another.
 *
 * @example
 * ```ts
 * import type { FileProblemCode } from '@mountsea-suno/hosting/node';
 *
 * const code: FileProblemCode = 'truncated';
 * ```
 */
export type FileProblemCode =
  | 'not_found'
  | 'not_a_file'
  | 'unreadable'
  | 'empty'
  | 'not_audio'
  | 'damaged'
  | 'truncated'
  | 'same_content';
