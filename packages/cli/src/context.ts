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
  /** Sets the next step that a failure of the command names from now on; 'none' when nothing was kept that could be continued. */
  setNextStep(step: NextStep | 'none'): void;
}

/** The context of a command that needs the settings. Such a command does not start when the configuration is broken. */
export interface ConfiguredContext extends Context {
  readonly settings: Settings;
}
