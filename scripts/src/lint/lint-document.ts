import { BaseResolver, createConfig, lintFromString } from '@redocly/openapi-core';
import type { JsonObject } from '../contract/document.ts';
import type { Documents } from '../contract/documents.ts';
import { SpecError } from '../errors.ts';
import { APIS } from '../layout.ts';
import { printable } from '../printable.ts';
import { type Finding, lintRules } from './lint-rules.ts';

const RULES = {
  struct: 'error',
  'no-unresolved-refs': 'error',
  'no-identical-paths': 'error',
  'no-ambiguous-paths': 'error',
  'no-path-trailing-slash': 'error',
  'path-not-include-query': 'error',
  'path-parameters-defined': 'error',
  'path-declaration-must-exist': 'error',
  'operation-operationId-unique': 'error',
  'operation-parameters-unique': 'error',
  'security-defined': 'error',
  'no-enum-type-mismatch': 'error',
  'spec-components-invalid-map-name': 'error',
} as const;

/** Refuses every reference that leads out of the document. */
class OfflineResolver extends BaseResolver {
  override loadExternalRef(reference: string): Promise<never> {
    return Promise.reject(new Error(`${reference} is not a part of the document`));
  }
}

/** What makes a document invalid as OpenAPI 3.0 or unfit for the generators. Works offline. */
export async function lintDocument(document: JsonObject): Promise<Finding[]> {
  if (typeof document.openapi !== 'string' || !document.openapi.startsWith('3.0.'))
    return [{ rule: 'openapi-version', pointer: '#/openapi', message: 'the contract is OpenAPI 3.0' }];
  try {
    return [...(await openApiRules(document)), ...lintRules(document)];
  } catch (cause) {
    // The library fails on a reference that leads back to itself, and on a property that is named like a member of every object.
    return [{ rule: 'unreadable', pointer: '#/', message: cause instanceof Error ? cause.message : 'no reason given' }];
  }
}

/** Throws what the lint finds in the assembled documents. */
export async function refuseUnsound(documents: Documents): Promise<void> {
  const found = await Promise.all(
    APIS.map(async (api) => (await lintDocument(documents[api])).map((finding) => findingLine(api, finding))),
  );
  if (found.flat().length > 0) throw new SpecError('the assembled contract is not sound', found.flat());
}

/** A finding as one line: file or API, pointer, message and rule. */
export function findingLine(where: string, { pointer, message, rule }: Finding): string {
  return printable(`${where} ${pointer}: ${message} (${rule})`);
}

async function openApiRules(document: JsonObject): Promise<Finding[]> {
  const config = await createConfig({ rules: RULES, telemetry: 'off' });
  const problems = await lintFromString({
    source: JSON.stringify(document),
    absoluteRef: '/contract.json',
    config,
    externalRefResolver: new OfflineResolver(),
  });
  return problems.map(
    (problem): Finding => ({ rule: problem.ruleId, pointer: problem.location[0]?.pointer ?? '#/', message: problem.message }),
  );
}
