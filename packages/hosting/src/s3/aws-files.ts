/** A profile (or a section of services) of the AWS files: its settings; a nested one as `s3.endpoint_url`. */
export type AwsSection = Readonly<Record<string, string>>;

/**
 * Reads the AWS dialect of INI: `[section]`, `name = value`, `#` and `;` comments on lines of their own (or after a blank, for section lines),
 * and indented `name = value` lines below a `name =` without value.
 *
 * @param text Of `~/.aws/config` or `~/.aws/credentials`.
 * @returns Settings by section title, as in `default`, `profile work`, `services minio`.
 */
export function parseAwsFile(text: string): ReadonlyMap<string, AwsSection> {
  const sections = new Map<string, Record<string, string>>();
  let section: Record<string, string> | undefined;
  let parent = '';
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*([#;]|$)/.test(line)) continue;
    const title = /^\[\s*([^\]]+?)\s*\]/.exec(line)?.[1]?.replace(/\s+/g, ' ');
    if (title !== undefined) {
      section = sections.get(title) ?? {};
      sections.set(title, section);
      parent = '';
      continue;
    }
    const [, indent = '', name, value = ''] = /^(\s*)([^=\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (!section || !name) continue;
    if (indent && parent) {
      section[`${parent}.${name}`] = value;
    } else {
      section[name] = value;
      parent = value === '' ? name : '';
    }
  }
  return sections;
}
