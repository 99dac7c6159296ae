import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { aFolder } from '../../test/support/a-folder.ts';
import { documentAround } from '../../test/support/an-api.ts';
import { type JsonObject, objectAt } from '../contract/document.ts';
import { parseYaml } from '../contract/yaml.ts';
import { REPOSITORY } from '../layout.ts';
import { RULES, type RuleId } from './rules.ts';

/** Where `redocly diff` sees a break and we do not, or the other way round; and why ours stands. */
const DIFFERENCES: Partial<Record<RuleId, string>> = {
  'request-body-added-required': 'a call without a body does not compile any more',
  'request-default-changed': 'a call that leaves the field out does another thing now',
  'request-property-removed': 'a call that sets the field does not compile any more',
  'request-other-properties-refused': 'a call that sets further fields does not compile any more',
  'response-other-properties-removed': 'code that reads further fields does not compile any more',
  'response-constraint-relaxed': 'types show no limits, and readers do not check them',
  'response-enum-value-added': 'our enums of responses are open',
  'response-enum-removed': 'our enums of responses are open',
  'unknown-change': 'a change that no rule covers counts as breaking',
};

const FIXTURES = join(REPOSITORY, 'scripts/fixtures/diff');

/** All fixtures that concern one operation as two documents, with a path for each rule. */
function documents(): { base: JsonObject; head: JsonObject; rules: RuleId[] } {
  const [base, head]: JsonObject[] = [{}, {}];
  const rules: RuleId[] = [];
  for (const rule of readdirSync(FIXTURES).map((file) => file.replace('.yaml', '') as RuleId)) {
    const fixture = parseYaml(readFileSync(join(FIXTURES, `${rule}.yaml`), 'utf8'), rule);
    if (fixture.at === 'document') continue;
    rules.push(rule);
    const post = (key: string): unknown => {
      const operation = objectAt(objectAt(documentAround(String(fixture.at), objectAt(fixture, key)), 'paths'), '/things').post;
      return { post: { ...(operation as JsonObject), ...(rule === 'operation-id-changed' ? {} : { operationId: rule }) } };
    };
    Object.assign(base ?? {}, { [`/${rule}`]: post('base') });
    Object.assign(head ?? {}, { [`/${rule}`]: post('head') });
  }
  const around = (paths: JsonObject | undefined): JsonObject => ({ ...documentAround('document', {}), paths });
  return { base: around(base), head: around(head), rules };
}

it('is shared by redocly diff, but for a written list', () => {
  const { base, head, rules } = documents();
  const folder = aFolder({ 'base.json': JSON.stringify(base), 'head.json': JSON.stringify(head) });
  const redocly = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
  const output = execFileSync(
    process.execPath,
    [redocly, 'diff', 'base.json', 'head.json', '--format', 'json', '--fail-on', 'none'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const { changes } = JSON.parse(output) as { changes: { path: string; impact: string }[] };
  const breaking = (rule: string): boolean =>
    changes.some(({ path, impact }) => impact === 'major' && path.startsWith(`#/paths/~1${rule}/`));
  const differing = rules.filter((rule) => breaking(rule) !== (RULES[rule].level === 'major'));
  expect(differing.toSorted()).toEqual(Object.keys(DIFFERENCES).toSorted());
});
