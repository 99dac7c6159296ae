/**
 * What people gave, expanded by `expandInputs`: songs in order, and the name that a manifest gave.
 *
 * @example
 * ```ts
 * import type { ExpandedInputs } from '@mountsea-suno/hosting/node';
 *
 * const localPaths = ({ inputs }: ExpandedInputs) => inputs.flatMap((input) => (input.type === 'file' ? [input.path] : []));
 * ```
 */
export interface ExpandedInputs {
  /** The model's name, where a manifest has one. */
  readonly name?: string;
  /** In the order given; a path or URL given twice stands here once. */
  readonly inputs: readonly SongInput[];
}

/**
 * A song on the disk, or one that has a public URL already. `from` is the folder, playlist or manifest that names it.
 *
 * @example
 * ```ts
 * import type { SongInput } from '@mountsea-suno/hosting/node';
 *
 * const song: SongInput = { type: 'url', url: 'https://example.com/a.mp3' };
 * ```
 */
export type SongInput =
  | { readonly type: 'file'; readonly path: string; readonly from?: string }
  | { readonly type: 'url'; readonly url: string; readonly from?: string };
