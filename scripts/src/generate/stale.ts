import { assembleAll, documentFiles } from '../assemble/assemble-all.ts';
import { readText } from '../document/text.ts';
import { type Layout, shownPath } from '../layout.ts';
import { generateAll } from './generate-all.ts';

/** One line for each file that is not what its sources make of it, with the command that refreshes it. */
export async function staleFiles(layout: Layout): Promise<string[]> {
  const documents = assembleAll(layout);
  const compare = (files: ReadonlyMap<string, string>, command: string): string[] =>
    [...files]
      .filter(([file, text]) => readText(file) !== text)
      .map(([file]) => `${shownPath(layout, file)} is stale: npm run ${command}`);
  return [
    ...compare(documentFiles(layout, documents), 'spec:assemble'),
    ...compare((await generateAll(layout, documents)).files, 'spec:generate'),
  ];
}
