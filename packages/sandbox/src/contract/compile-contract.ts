import type { OpenApiDocument } from '../generated/contract.gen.ts';
import { createValidators } from './create-validators.ts';
import type { SandboxContract, Validator } from './operations.ts';

/**
 * Makes a contract that a sandbox can serve instead of the one that its package was built with: one that is newer, or with
 * operations of your own. This is the one part of the package that needs `ajv` and `ajv-formats`, so install them beside it.
 *
 * @throws Error where the platform forbids code generation (Workers, edge runtimes), which ajv needs: compile the contract elsewhere, or
 * serve the built-in one, whose validators were made when the package was built
 * @example
 * ```ts
 * import { createSandbox } from '@mountsea-suno/sandbox';
 * import { compileContract } from '@mountsea-suno/sandbox/contract';
 *
 * const document = {
 *   openapi: '3.0.0',
 *   info: { title: 'Mine', version: '1' },
 *   paths: { '/suno/v2/ping': { get: { operationId: 'ping', responses: { '200': {} } } } },
 * };
 * const sandbox = createSandbox({ contract: compileContract({ suno: document, usage: { ...document, paths: {} } }) });
 * console.log((await sandbox.fetch(`${sandbox.baseUrl}/suno/v2/ping`)).status); // 200
 * ```
 */
export function compileContract(documents: { readonly suno: OpenApiDocument; readonly usage: OpenApiDocument }): SandboxContract {
  try {
    const { ajv, references } = createValidators(documents);
    const validators = Object.fromEntries(
      Object.entries(references).map(([key, reference]) => [key, ajv.getSchema(reference) as Validator]),
    );
    return { ...documents, validators };
  } catch (cause) {
    if (!(cause instanceof EvalError)) throw cause;
    throw new Error(
      'This platform forbids making code from text, so a contract cannot be compiled here. Leave the option `contract` out, or run this where code generation is allowed.',
      { cause },
    );
  }
}
