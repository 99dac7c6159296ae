import { startSandbox } from '@mountsea-suno/sandbox/node';
import { compileExamples } from './compile-examples.ts';
import { entrySources, publicSymbols } from './public-symbols.ts';
import { runExamples } from './run-examples.ts';

/** What is wrong with the documentation, one line each, and how many examples there are. */
export interface DocumentationReport {
  findings: string[];
  examples: number;
}

/** Checks the documentation of the package in a folder. A sandbox serves the calls of its examples. */
export async function checkDocumentation(folder: string): Promise<DocumentationReport> {
  const { symbols, findings } = publicSymbols(folder, entrySources(folder));
  const examples = symbols.flatMap(({ name, examples: texts }) =>
    texts.map((text, index) => ({ name: `${name} #${index + 1}`, text })),
  );
  const compiled = compileExamples(folder, examples);
  const sandbox = await startSandbox({ speed: 100, credits: 1_000_000 });
  try {
    const failures = await runExamples(compiled.scripts, {
      MOUNTSEA_API_KEY: sandbox.apiKey,
      MOUNTSEA_BASE_URL: sandbox.url,
      MOUNTSEA_USAGE_BASE_URL: sandbox.url,
    });
    return { findings: [...findings, ...compiled.findings, ...failures], examples: examples.length };
  } finally {
    await sandbox.close();
  }
}
