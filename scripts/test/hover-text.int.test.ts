import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assembleAll, documentFiles } from '../src/contract/documents.ts';
import { fieldsOf } from '../src/contract/fields.ts';
import { parseYaml, writeYaml } from '../src/contract/yaml.ts';
import { writeAll } from '../src/files.ts';
import { type Layout, layoutOf } from '../src/layout.ts';
import { rememberRelease } from '../src/release/changelog.ts';
import { type Updated, update } from '../src/update.ts';
import { aCheckout } from './support/a-checkout.ts';
import { llmsTxt, pageOf } from './support/pages.ts';

const PAGE = '/api-reference/suno/adjustSpeed.md';
const FIELD = 'speed_multiplier';

/** The block of the page of adjustSpeed with this description of one field, none of any other, and what `edit` changes in its text. */
function blockOf(layout: Layout, description: string | undefined, edit: (text: string) => string): string {
  const document = parseYaml(readFileSync(join(layout.upstream, 'adjustSpeed.yaml'), 'utf8'), 'adjustSpeed');
  for (const { pointer, holder } of fieldsOf(document)) {
    delete holder.description;
    if (pointer.endsWith(FIELD) && description !== undefined) holder.description = description;
  }
  return edit(writeYaml(document));
}

/** What follows when this page is published after a release of the contract as it is. */
async function published(
  description: string | undefined,
  edit: (text: string) => string = (text) => text,
): Promise<Updated & { types: Updated['types']; shown: string }> {
  const layout = aCheckout();
  writeAll(documentFiles(layout, assembleAll(layout).documents));
  rememberRelease(layout);
  const files = new Map([
    ['/llms.txt', llmsTxt([PAGE])],
    [PAGE, pageOf(blockOf(layout, description, edit))],
  ]);
  const updated = await update({ layout, site: { read: async (path) => files.get(path) }, today: '2026-11-22' });
  return { ...updated, shown: commentOf(readFileSync(layout.types('suno'), 'utf8')) };
}

/** The comment above the field in the generated types. */
function commentOf(types: string): string {
  const comment = new RegExp(`/\\*\\*((?:(?!\\*/).)*)\\*/\\s+${FIELD}: number`, 's').exec(types)?.[1] ?? '';
  return comment.replace(/\s+\*?\s*/g, ' ').trim();
}

const OURS = commentOf(readFileSync(layoutOf().types('suno'), 'utf8'));

describe('the hover text of a field that we describe', { timeout: 60_000 }, () => {
  it('is there', () => {
    expect(OURS).toMatch(/^@description .+0\.25 to 4/);
  });

  it('stays ours where the page has none, without a release', async () => {
    expect(await published(undefined)).toMatchObject({ bump: 'none', manualSteps: [], shown: OURS });
  });

  it('becomes that of the page where it is English: a patch, without a hand', async () => {
    const { bump, manualSteps, shown, notes } = await published('How fast it is.');
    expect({ bump, manualSteps, shown }).toEqual({ bump: 'patch', manualSteps: [], shown: '@description How fast it is.' });
    expect(notes).toContainEqual(
      expect.stringMatching(/^overlays\/40-hover-text-suno\.yaml, .*speed_multiplier.* is not used any more$/),
    );
  });

  it('stays ours, with that of the page after it, where that is Chinese: a patch, without a hand', async () => {
    expect(await published('速度倍率')).toMatchObject({ bump: 'patch', manualSteps: [], shown: `${OURS} 速度倍率` });
  });

  it('stays ours under another name of its schema', async () => {
    const { bump, manualSteps, shown } = await published(undefined, (text) => text.replaceAll('AdjustSpeedDto', 'SpeedDto'));
    expect({ bump, manualSteps, shown }).toEqual({ bump: 'patch', manualSteps: [], shown: OURS });
  });

  it('stops nothing when the field is gone, which is a major by itself', async () => {
    const gone = await published(undefined, (text) => text.replaceAll(FIELD, 'speed'));
    expect(gone).toMatchObject({ bump: 'major', rules: 'major', shown: '' });
    expect(gone.manualSteps).toContainEqual(expect.stringMatching(/properties\/speed: no description/));
  });
});
