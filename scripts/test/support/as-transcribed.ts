import { readFileSync, writeFileSync } from 'node:fs';
import type { Layout } from '../../src/layout.ts';

/** Makes every operation of a copied checkout transcribed: a recorded site has only a few pages, and may lack the published rest. */
export function asTranscribed({ sources }: Layout): void {
  writeFileSync(sources, readFileSync(sources, 'utf8').replaceAll('evidence: published', 'evidence: transcribed'));
}
