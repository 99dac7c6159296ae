import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aCheckout } from '../../test/support/a-checkout.ts';
import { writeText } from '../files.ts';
import type { Layout } from '../layout.ts';
import { releaseWith, rememberRelease } from './changelog.ts';

/** A checkout whose contract was changed like this since its release. */
function changed(change: (text: string) => string): Layout {
  const layout = aCheckout();
  rememberRelease(layout);
  writeText(layout.document('suno'), change(readFileSync(layout.document('suno'), 'utf8')));
  expect(isReleased(layout)).toBe(false);
  return layout;
}

const isReleased = (layout: Layout): boolean =>
  readFileSync(layout.released('suno'), 'utf8') === readFileSync(layout.document('suno'), 'utf8');

describe('a release', () => {
  it('without a changeset of the spec includes what no caller can notice', () => {
    const layout = changed((text) => `${text}x-evidence: {}\n`);
    releaseWith('brave-cats-sing', layout);
    expect(isReleased(layout)).toBe(true);
  });

  it('includes a change of the contract only with its own changeset', () => {
    const layout = changed((text) => text.replaceAll('taskId', 'jobId'));
    releaseWith('brave-cats-sing', layout);
    expect(isReleased(layout)).toBe(false);
    releaseWith('spec-update', layout);
    expect(isReleased(layout)).toBe(true);
  });
});
