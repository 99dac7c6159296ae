import { SpecError } from '../errors.ts';
import { readText } from '../files.ts';
import { APIS, type Api, type Layout } from '../layout.ts';
import { isRecord, type JsonObject } from './document.ts';
import { parseYaml, writeYaml } from './yaml.ts';

/** How a fragment was obtained: as the OpenAPI block of its page, or written down from published facts. */
export type Evidence = 'published' | 'transcribed';

/** Where one operation of the contract comes from. */
export interface Source {
  api: Api;
  /** `POST /suno/v2/customModel/create` */
  operation: string;
  /** The page that documents it. */
  url: string;
  evidence: Evidence;
  /** The SHA-256 of `upstream/<name>.yaml`: it shows an edit by hand. */
  sha256: string;
  /** The day on which the fragment last changed, `YYYY-MM-DD`. */
  date: string;
}

/** What `openapi/sources.yaml` holds: which operations are covered, and which are known by name only. */
export interface Sources {
  operations: Readonly<Record<string, Source>>;
  /** Operations that are not described well enough, each with what is missing. */
  notCovered: Readonly<Record<string, string>>;
}

const HEADER = `# Where each operation of the contract comes from. \`npm run spec:sync\` keeps it.
# evidence: published = the OpenAPI block of the page, verbatim; transcribed = written down from published facts,
# in which \`x-evidence\` says what is confirmed, from a guide, inferred or unknown.
`;

export function readSources(layout: Layout): Sources {
  const text = readText(layout.sources);
  if (text === undefined) throw new SpecError('openapi/sources.yaml is missing');
  const document = parseYaml(text, 'openapi/sources.yaml');
  const operations = isRecord(document.operations) ? document.operations : {};
  return {
    operations: Object.fromEntries(Object.entries(operations).map(([name, entry]) => [name, sourceFrom(name, entry)])),
    notCovered: Object.fromEntries(
      Object.entries(isRecord(document.notCovered) ? document.notCovered : {}).map(([name, why]) => [name, String(why)]),
    ),
  };
}

/** The text of `sources.yaml`, with its operations sorted by name. */
export function sourcesText({ operations, notCovered }: Sources): string {
  const sorted = Object.fromEntries(Object.entries(operations).sort(([a], [b]) => (a < b ? -1 : 1)));
  return HEADER + writeYaml({ operations: sorted, notCovered });
}

function sourceFrom(name: string, entry: unknown): Source {
  const record: JsonObject = isRecord(entry) ? entry : {};
  const field = (key: string): string => {
    const value = record[key];
    if (typeof value !== 'string') throw new SpecError(`openapi/sources.yaml: ${name} has no ${key}`);
    return value;
  };
  const api = APIS.find((known) => known === field('api'));
  const evidence = field('evidence');
  if (api === undefined) throw new SpecError(`openapi/sources.yaml: ${name} is of an unknown api`);
  if (evidence !== 'published' && evidence !== 'transcribed')
    throw new SpecError(`openapi/sources.yaml: ${name} has unknown evidence`);
  return { api, operation: field('operation'), url: field('url'), evidence, sha256: field('sha256'), date: field('date') };
}
