/** Colours and signs for a terminal, or none. */
export interface Style {
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

function sgr(on: number, off: number): (text: string) => string {
  return (text) => (text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`);
}

const bare = (text: string): string => text;

/** Text as it is. */
export const plainStyle: Style = { dim: bare, bold: bare, red: bare, green: bare, yellow: bare, cyan: bare };

/** Text in the terminal's own 16 colours. */
export const colourStyle: Style = {
  dim: sgr(2, 22),
  bold: sgr(1, 22),
  red: sgr(31, 39),
  green: sgr(32, 39),
  yellow: sgr(33, 39),
  cyan: sgr(36, 39),
};
