import type { WayOn } from './failure.ts';
import type { ConnectionFlags } from './settings/settings.ts';
import type { Output, OutputFlags, Terminal } from './terminal/output.ts';

/** The flags that every command takes. */
export interface CommonFlags extends OutputFlags, ConnectionFlags {}

/** What every command works with, also one that no setting can stop. */
export interface BareContext {
  readonly terminal: Terminal;
  readonly flags: CommonFlags;
  readonly output: Output;
  readonly signal: AbortSignal;
  /** Says how to go on when the command is stopped from now on; 'nothing': it keeps nothing with which to go on. */
  resumable(way: WayOn | 'nothing'): void;
}
