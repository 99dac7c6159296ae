import { InterruptedError } from '../errors.ts';

/** Turns signals and a closed output into an abort, until `dispose` is called. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Why the output could not be written, such as a full disk. Undefined while it can be written, and when its reader has only gone away. */
  readonly outputError: Error | undefined;
  dispose(): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The first SIGINT, SIGTERM or SIGHUP aborts `signal`, so that the command ends in order; a second one ends the process at once (its `exit` event
 * still restores the terminal).
 */
export function createInterruption(process: NodeJS.Process): Interruption {
  const controller = new AbortController();
  let outputError: Error | undefined;
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort(new InterruptedError('interrupted'));
  };
  const onOutputError = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') outputError ??= error;
    controller.abort(error.code === 'EPIPE' ? new InterruptedError('nobody reads the output any more') : error);
  };
  for (const name of signals) process.on(name, onSignal);
  process.stdout.on('error', onOutputError);
  // Without stderr nothing can be reported any more, but the work goes on.
  process.stderr.on('error', () => {});
  return {
    signal: controller.signal,
    get outputError() {
      return outputError;
    },
    // The error listeners stay: a late EPIPE must not end the process with a stack trace.
    dispose: () => {
      for (const name of signals) process.off(name, onSignal);
    },
  };
}
