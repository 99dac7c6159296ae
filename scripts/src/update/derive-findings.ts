import type { Documents } from '../assemble/assemble-all.ts';
import { generateAll } from '../generate/generate-all.ts';
import type { Layout } from '../layout.ts';
import { refuseUnsound } from '../lint/refuse-unsound.ts';
import { changesetProblem } from '../release/changeset-text.ts';
import { prepareRelease } from './prepare-release.ts';
import type { Findings } from './report.ts';

/** Everything that follows from the assembled documents: lint, generated sources, both signals, type tests, changeset. */
export async function deriveFindings(
  layout: Layout,
  documents: Documents,
): Promise<Omit<Findings, 'notes'> & { files: Map<string, string | undefined> }> {
  await refuseUnsound(documents);
  const generated = await generateAll(layout, documents);
  const { changeset, failingTests, ...prepared } = await prepareRelease(layout, documents, generated);
  const problem = changesetProblem(changeset ?? '');
  const files = new Map<string, string | undefined>([...generated.files, [layout.changeset, changeset]]);
  return { ...prepared, needsHand: [...failingTests, ...generated.needsHand, ...(problem ? [problem] : [])], files };
}
