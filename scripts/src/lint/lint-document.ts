import { BaseResolver, createConfig, lintFromString } from '@redocly/openapi-core';
import type { JsonObject } from '../document/json.ts';
import { type Finding, houseRules } from './house-rules.ts';

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

/** Reads nothing beyond the document, whatever it points to. */
class OfflineResolver extends BaseResolver {
  override loadExternalRef(reference: string): Promise<never> {
    return Promise.reject(new Error(`${reference} is not a part of the document`));
  }
}

/** Whether an assembled document is valid OpenAPI 3.0 and fit for the generators. Works offline. */
export async function lintDocument(document: JsonObject): Promise<Finding[]> {
  if (typeof document.openapi !== 'string' || !document.openapi.startsWith('3.0.'))
    return [{ rule: 'openapi-version', pointer: '#/openapi', message: 'the contract is OpenAPI 3.0' }];
  try {
    return [...(await openApiRules(document)), ...houseRules(document)];
  } catch (cause) {
    // A reference that leads back to itself, or a name that every object has: the library does not get through.
    return [{ rule: 'unreadable', pointer: '#/', message: cause instanceof Error ? cause.message : 'no reason given' }];
  }
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
