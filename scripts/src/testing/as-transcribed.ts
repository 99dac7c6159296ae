import { readFileSync, writeFileSync } from 'node:fs';
import type { Layout } from '../layout.ts';

/** Counts every operation of a copied checkout as transcribed: a recorded site has a few of the pages, and is not to lack the rest. */
export function asTranscribed({ sources }: Layout): void {
  writeFileSync(sources, readFileSync(sources, 'utf8').replaceAll('evidence: published', 'evidence: transcribed'));
}
