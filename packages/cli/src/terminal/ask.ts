import { createInterface } from 'node:readline/promises';
import { InterruptedError } from './interruption.ts';
import type { Output, Terminal } from './output.ts';

/** Asks a yes-or-no question on the terminal; anything but y or yes is a no. Ctrl-C and end of input throw `InterruptedError`. */
export async function ask(terminal: Terminal, output: Output, question: string, signal: AbortSignal): Promise<boolean> {
  const lines = createInterface({ input: terminal.stdin, output: output.stream });
  const closed = new AbortController();
  const stop = (): void => closed.abort(new InterruptedError('interrupted'));
  lines.on('SIGINT', stop);
  lines.on('close', stop);
  try {
    const answer = await lines.question(`${question} [y/N] `, { signal: AbortSignal.any([signal, closed.signal]) });
    return /^y(es)?$/iu.test(answer.trim());
  } catch (error) {
    output.stream.write('\n');
    throw signal.aborted || closed.signal.aborted ? new InterruptedError('interrupted') : error;
  } finally {
    lines.off('close', stop);
    lines.close();
  }
}
