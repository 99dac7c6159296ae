/** How a page is written. The published form allows all of these variations. */
export interface PageForm {
  fence?: string;
  info?: string;
  indent?: string;
  newline?: string;
  prose?: string;
}

/** A documentation page in the published form, around one OpenAPI block. */
export function pageOf(
  block: string,
  { fence = '````', info = 'yaml', indent = '', newline = '\n', prose = 'Some words.' }: PageForm = {},
): string {
  const fenced = [`${fence}${info}`, ...block.split('\n'), fence].map((line) => (line === '' ? '' : indent + line));
  return [
    '> ## Documentation Index',
    '> Fetch https://docs.mountsea.ai/llms.txt',
    '',
    '# A page',
    '',
    prose,
    '',
    '## OpenAPI',
    '',
    ...fenced,
    '',
  ].join(newline);
}

/** An index of pages, with absolute links. */
export function llmsTxt(paths: readonly string[]): string {
  const links = paths.map((path) => `- [A page](https://docs.mountsea.ai${path}): what it is about`);
  return [
    '# Mountsea AI',
    '',
    '> What the site is about',
    '',
    '## Docs',
    '',
    ...links,
    '',
    '## OpenAPI Specs',
    '',
    '- [openapi](https://docs.mountsea.ai/openapi.json)',
    '',
  ].join('\n');
}
