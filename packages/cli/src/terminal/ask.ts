import { createInterface } from 'node:readline/promises';
import { InterruptedError } from './interruption.ts';
import type { Output, Terminal } from './output.ts';

/** Asks a yes-or-no question on the terminal; anything but y or yes is a no. Ctrl-C and end of input throw `InterruptedError`. */
export async function ask(terminal: Terminal, output: Output, question: string, signal: AbortSignal): Promise<boolean> {
  const lines = createInterface({ input: terminal.stdin, output: output.stream });
  const stop = new AbortController();
  const onStop = (): void => stop.abort(new InterruptedError('interrupted'));
  lines.on('SIGINT', onStop);
  lines.on('close', onStop);
  signal.addEventListener('abort', onStop, { once: true });
  if (signal.aborted) onStop();
  try {
    const answer = await lines.question(`${question} [y/N] `, { signal: stop.signal });
    return /^y(es)?$/iu.test(answer.trim());
  } catch (error) {
    output.stream.write('\n');
    throw stop.signal.aborted ? stop.signal.reason : error;
  } finally {
    lines.off('close', onStop);
    lines.close();
    signal.removeEventListener('abort', onStop);
  }
}
