import process from 'node:process';

/** A counter that stays on one line of a terminal, and is one line at the end elsewhere. */
export function progressLine(what: string): (done: number, of: number) => void {
  return (done, of) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of} ${what}${done === of ? '\n' : ''}`);
    else if (done === of) console.error(`${of} ${what}`);
  };
}
