import type { CustomModelId } from '@mountsea-suno/types';
import { InvalidArgumentError } from './errors.ts';
import { printable } from './redact.ts';

const pattern = /^chirp-custom:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Whether a value is the id of a custom model: `chirp-custom:` and a UUID.
 *
 * @example
 * ```ts
 * import { isCustomModelId } from '@mountsea-suno/client';
 *
 * const model: string = 'chirp-custom:0b7e7a52-5a0c-4f0e-9a52-6f2b0f3d4c11';
 * if (!isCustomModelId(model)) throw new Error('not a model of your own');
 * ```
 */
export function isCustomModelId(value: unknown): value is CustomModelId {
  return typeof value === 'string' && pattern.test(value);
}

/**
 * The id of a custom model from a text that somebody typed; white space around it is ignored.
 *
 * @throws InvalidArgumentError when the text is not such an id.
 * @example
 * ```ts
 * import { parseCustomModelId } from '@mountsea-suno/client';
 *
 * console.log(parseCustomModelId(' chirp-custom:0b7e7a52-5a0c-4f0e-9a52-6f2b0f3d4c11\n'));
 * ```
 */
export function parseCustomModelId(text: string): CustomModelId {
  const id = text.trim();
  if (isCustomModelId(id)) return id;
  throw new InvalidArgumentError(
    `"${printable(id, '')}" is not the id of a custom model: chirp-custom: and a UUID are expected.`,
  );
}
