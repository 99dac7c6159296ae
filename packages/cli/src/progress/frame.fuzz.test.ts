import { printableText } from '@mountsea-suno/internal';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { noColours } from '../terminal/output.ts';
import { fit } from '../text/columns.ts';
import { event, song } from './events.fixture.ts';
import { frame } from './frame.ts';
import { applyEvent, emptyView } from './view.ts';

const text = fc.string({ unit: 'binary', maxLength: 80 });
// biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point
const harmful = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
const rude = fc
  .tuple(text, fc.constantFrom('\u001b[2J', '\u001b]0;x\u0007', '\u009b31m', '\r', '\u202e', '\u001bP1$r\u001b\\'), text)
  .map((parts) => parts.join(''));

it('printable text holds nothing that moves a cursor, whatever it is made of', () => {
  fc.assert(fc.property(rude, (given) => !harmful.test(printableText(given))));
});

it('fitted text is exactly as wide as it should be', () => {
  fc.assert(
    fc.property(rude, fc.integer({ min: 0, max: 60 }), (given, width) => stringWidth(fit(printableText(given), width)) === width),
  );
});

it('a frame fits its terminal, whatever files and servers say', () => {
  fc.assert(
    fc.property(
      fc.array(rude, { minLength: 6, maxLength: 40 }),
      rude,
      fc.integer({ min: 20, max: 200 }),
      fc.integer({ min: 6, max: 60 }),
      (labels, said, columns, rows) => {
        const events = [
          song(1, 0, 'failed', { reason: said }),
          song(1, 1, 'done', { clipId: said }),
          song(1, 2, said),
          event(2, { type: 'task', status: said }),
          event(3, { type: 'retry', message: said, code: said, retryInMs: 1000 }),
        ];
        const view = events.reduce(applyEvent, emptyView(said, labels, 0));
        const lines = frame(view, { columns, rows, style: noColours, now: 5000, tick: 0 });
        expect(lines.length).toBeLessThan(rows);
        for (const line of lines) {
          expect(line).not.toMatch(harmful);
          expect(stringWidth(line)).toBeLessThan(columns);
        }
      },
    ),
  );
});
