import { describe, expect, it } from 'vitest';
import { anApi } from '../../test/support/an-api.ts';
import type { Documents } from '../contract/documents.ts';
import { diffDocuments } from '../diff/diff-documents.ts';
import { changesetProblem, changesetText, changesSince, stampOf } from './changeset-text.ts';

const STAMP = '<!-- contract 0123456789abcdef -->';

/** The changeset of what one hand does to a small API. */
function changesetOf(edit: (api: ReturnType<typeof anApi>) => void, bump: 'minor' | 'major', existing?: string): string {
  const api = anApi();
  edit(api);
  return changesetText({
    packages: new Map([['@mountsea-suno/types', bump]]),
    changes: diffDocuments(anApi(), api),
    bump,
    stamp: STAMP,
    existing,
  });
}

const manyThings = (api: ReturnType<typeof anApi>): void => {
  const { MakeThing, Thing } = api.components.schemas;
  Object.assign(MakeThing.properties, { size: { type: 'number' } });
  Object.assign(Thing.properties.id, { deprecated: true, description: 'an id' });
  Reflect.deleteProperty(Thing.properties, 'labels');
  api.paths['/things'].post.parameters = [];
};

describe('changesetText', () => {
  it('groups what changed, a line an operation', () => {
    expect(changesetOf(manyThings, 'major')).toMatchInlineSnapshot(`
      "---
      '@mountsea-suno/types': major
      ---

      Follow what the API publishes.

      ### Breaking

      - POST /things: \`query page\` is not a parameter any more; \`Thing.labels\` is gone

      ### Added

      - POST /things: \`MakeThing.size\` is a new optional field

      ### Changed

      - Descriptions and examples: one place is worded in another way

      ### Deprecated

      - POST /things: \`Thing.id\` is deprecated

      ### How to migrate

      (to be written: what a caller has to change, line by line of "Breaking")

      <!-- contract 0123456789abcdef -->
      "
    `);
  });

  it('says what the types show where no rule covers the breaking change', () => {
    const reworded = anApi();
    reworded.paths['/things'].post.summary = 'in other words';
    const parts = {
      packages: new Map(),
      changes: diffDocuments(anApi(), reworded),
      bump: 'major',
      stamp: STAMP,
      existing: undefined,
    } as const;
    expect(changesetText({ ...parts, findings: ['makeThing does not fit its callers any more'] })).toContain(
      '### Breaking\n\n- The types: makeThing does not fit its callers any more\n\n### Changed\n',
    );
  });

  it('keeps untrusted text from being markup', () => {
    const text = changesetOf((api) => {
      Object.assign(api.components.schemas.Thing.properties, {
        '`<img src=x onerror=evil()>|](javascript:x) @everyone\u001b[2J': { type: 'string' },
      });
    }, 'minor');
    expect(text).not.toContain('\u001b');
    expect(text).toContain("- POST /things: `Thing.'<img src=x onerror=evil()>/](javascript:x) @everyone[2J` is a new field\n");
  });
});

describe('changesetProblem', () => {
  it('accepts a major once a person has written how to migrate, and only then', () => {
    const text = changesetOf(manyThings, 'major');
    expect(changesetProblem(text)).toContain('How to migrate');
    const written = text.replace(/\(to be written.*\)/, 'Do without `labels`.');
    expect(changesetProblem(written)).toBeUndefined();
    expect(changesetOf(manyThings, 'major', written)).toBe(written);
    expect(changesetProblem(text.replace(/\(to be written.*\)/, '  '))).toContain('How to migrate');
  });

  it('asks again when more has become breaking since', () => {
    const written = changesetOf(manyThings, 'major').replace(/\(to be written.*\)/, 'Do without `labels`.');
    const evenMore = (api: ReturnType<typeof anApi>): void => {
      manyThings(api);
      api.components.schemas.Thing.required = ['id'];
    };
    const text = changesetOf(evenMore, 'major', written);
    expect(text).toContain('Do without `labels`.\n\n(to be written');
    expect(changesetProblem(text)).toContain('How to migrate');
    expect(changesetOf(evenMore, 'major', text)).toBe(text);
    expect(changesetOf(manyThings, 'major', written)).toBe(written);
  });

  it('accepts a minor, and a missing changeset', () => {
    expect(changesetProblem(changesetOf(() => {}, 'minor'))).toBeUndefined();
    expect(changesetProblem('')).toBeUndefined();
  });
});

describe('changesSince', () => {
  const released: Documents = { suno: anApi(), usage: anApi() };
  const { '/things': item } = anApi().paths;
  const documents: Documents = { suno: { ...anApi(), paths: { '/things': item, '/more': item } }, usage: anApi() };

  it('says that the client has no method for a new operation, and only then', () => {
    const message = (unnamed: string[]) => changesSince(released, documents, unnamed).map((change) => change.message);
    expect(message(['POST /more'])).toEqual([
      '`POST /more` is new; in the client by `client.raw`, without a method of its own yet',
    ]);
    expect(message(['POST /things'])).toEqual(['`POST /more` is new']);
  });

  it('is asked again once there is a method', () => {
    expect(stampOf(released, documents, [])).not.toBe(stampOf(released, documents, ['POST /more']));
  });
});
