/**
 * One of `crashPoints`.
 *
 * @example
 * ```ts
 * import type { CrashPoint } from '@mountsea-suno/workflow/testing';
 *
 * const aroundCreate: CrashPoint[] = ['before-create', 'after-create'];
 * console.log(aroundCreate.length);
 * ```
 */
export type CrashPoint =
  | 'before-prepare'
  | 'after-prepare'
  | 'before-upload'
  | 'after-upload'
  | 'before-look'
  | 'after-look'
  | 'before-create'
  | 'after-create'
  | 'before-ledger'
  | 'after-ledger'
  | 'before-save'
  | 'after-save';

/**
 * The points at which `onPoint` is called: before and after each save, and around each call. What it throws ends the run there, as a power cut would:
 * nothing is saved any more.
 *
 * @example
 * ```ts
 * import { crashPoints } from '@mountsea-suno/workflow/testing';
 *
 * console.log(crashPoints.includes('before-create')); // true
 * ```
 */
export const crashPoints: readonly CrashPoint[] = [
  'before-prepare',
  'after-prepare',
  'before-upload',
  'after-upload',
  'before-look',
  'after-look',
  'before-create',
  'after-create',
  'before-ledger',
  'after-ledger',
  'before-save',
  'after-save',
];
