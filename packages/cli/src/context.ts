import type { NextStep } from './next-step.ts';
import type { ConnectionFlags, Settings } from './settings/settings.ts';
import type { Output, OutputFlags, Terminal } from './terminal/output.ts';

/** The flags that every command takes. */
export interface CommonFlags extends OutputFlags, ConnectionFlags {}

/** What every command works with. */
export interface Context {
  readonly terminal: Terminal;
  readonly flags: CommonFlags;
  readonly output: Output;
  /** Aborts when the command is to stop. */
  readonly signal: AbortSignal;
  /** From now on, a failure of the command names this step to go on with; 'none' when nothing is kept that could be gone on with. */
  setNextStep(step: NextStep | 'none'): void;
}

/** The same for a command that needs the settings: it does not start when the configuration is broken. */
export interface ConfiguredContext extends Context {
  readonly settings: Settings;
}
