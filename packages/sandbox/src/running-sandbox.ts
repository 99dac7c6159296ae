import type { Sandbox } from './sandbox.ts';
import type { SandboxOptions } from './sandbox-options.ts';

/**
 * Options of `startSandbox`.
 *
 * @example
 * ```ts
 * import { startSandbox } from '@mountsea-suno/sandbox/node';
 *
 * const sandbox = await startSandbox({ port: 0, speed: 60, fetchAudio: true });
 * await sandbox.close();
 * ```
 */
export interface StartSandboxOptions extends SandboxOptions {
  /** Default 0: a free one. */
  port?: number;
}

/**
 * A sandbox that listens on 127.0.0.1.
 *
 * @example
 * ```ts
 * import { startSandbox } from '@mountsea-suno/sandbox/node';
 *
 * const sandbox = await startSandbox();
 * console.log(`${sandbox.url}/docs`, `${sandbox.url}/dashboard`);
 * await sandbox.close();
 * ```
 */
export interface RunningSandbox extends Sandbox {
  /** `http://127.0.0.1:PORT`, the base of the Suno and of the usage API alike. Same as `baseUrl`. */
  readonly url: string;
  /** The port that it listens on. */
  readonly port: number;
  /**
   * Stops listening and breaks every connection: whoever calls now is refused (ECONNREFUSED). The state stays.
   *
   * @example
   * ```ts
   * import { startSandbox } from '@mountsea-suno/sandbox/node';
   *
   * const sandbox = await startSandbox();
   * await sandbox.goOffline();
   * await fetch(sandbox.url).catch((error: Error) => console.log(error.cause)); // ECONNREFUSED
   * await sandbox.close();
   * ```
   */
  goOffline(): Promise<void>;
  /**
   * Listens again, on the same port.
   *
   * @example
   * ```ts
   * import { startSandbox } from '@mountsea-suno/sandbox/node';
   *
   * const sandbox = await startSandbox();
   * await sandbox.goOffline();
   * await sandbox.goOnline();
   * await sandbox.close();
   * ```
   */
  goOnline(): Promise<void>;
  /**
   * Stops for good.
   *
   * @example
   * ```ts
   * import { startSandbox } from '@mountsea-suno/sandbox/node';
   *
   * const sandbox = await startSandbox();
   * await sandbox.close();
   * ```
   */
  close(): Promise<void>;
}
