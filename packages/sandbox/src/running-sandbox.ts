import type { Sandbox } from './sandbox.ts';
import type { SandboxOptions } from './sandbox-options.ts';

/** Options of `startSandbox`. */
export interface StartSandboxOptions extends SandboxOptions {
  /** Default 0: a free one. */
  port?: number;
}

/** A sandbox that listens on 127.0.0.1. */
export interface RunningSandbox extends Sandbox {
  /** `http://127.0.0.1:PORT`, the base of the Suno and of the usage API alike. Same as `baseUrl`. */
  readonly url: string;
  readonly port: number;
  /** Stops listening and breaks every connection: whoever calls now is refused (ECONNREFUSED). The state stays. */
  goOffline(): Promise<void>;
  /** Listens again, on the same port. */
  goOnline(): Promise<void>;
  /** Stops for good. */
  close(): Promise<void>;
}
