import { problemsOf } from './answer-schema.ts';
import type { Answer, ClientOptions } from './client-options.ts';
import { answers } from './generated/answers.gen.ts';

/**
 * What becomes of an answer that is off the contract: `off`: nothing; `warn`: `warn` is told; `throw`: the call fails.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { type ValidationMode, withValidation } from '@mountsea-suno/client/validate';
 *
 * const validate: ValidationMode = 'throw';
 * await createClient(withValidation({}, { validate })).customModel.prepare();
 * ```
 */
export type ValidationMode = 'off' | 'warn' | 'throw';

/**
 * How {@link withValidation} goes about it.
 *
 * @example
 * ```ts
 * import { type ValidationSettings, withValidation } from '@mountsea-suno/client/validate';
 *
 * const settings: ValidationSettings = { validate: 'warn', warn: (message) => console.error(message) };
 * withValidation({}, settings);
 * ```
 */
export interface ValidationSettings {
  /** Default `throw`. */
  validate?: ValidationMode;
  /** Told of each problem in the mode `warn`. */
  warn?: (message: string) => void;
}

/**
 * Client options with which each answer is checked against the contract as it was when this version was made. Unknown fields and
 * unknown values of enums are fine: the API may grow. In the mode `throw` a call whose answer does not fit fails with an
 * `UnexpectedResponseError` that lists the problems in `messages`.
 *
 * @example
 * ```ts
 * import { createClient } from '@mountsea-suno/client';
 * import { withValidation } from '@mountsea-suno/client/validate';
 *
 * const client = createClient(withValidation({ timeoutMs: 60_000 }));
 * const { sessionId } = await client.customModel.prepare();
 * console.log(sessionId);
 * ```
 */
export function withValidation(options: ClientOptions = {}, settings: ValidationSettings = {}): ClientOptions {
  const { validate = 'throw', warn } = settings;
  if (validate === 'off') return options;
  return {
    ...options,
    validate: (answer) => {
      const problems = [...(options.validate?.(answer) ?? []), ...check(answer)];
      if (validate === 'throw') return problems;
      for (const problem of problems) warn?.(`${answer.operation}: ${problem}`);
      return [];
    },
  };
}

function check({ method, url, body }: Answer): string[] {
  const { pathname } = new URL(url);
  // The base URL may have a path of its own.
  const key = Object.keys(answers).find((it) => it.startsWith(`${method} `) && pathname.endsWith(it.slice(method.length + 1)));
  const schema = key === undefined ? undefined : answers[key];
  return schema ? problemsOf(schema, body) : [];
}
