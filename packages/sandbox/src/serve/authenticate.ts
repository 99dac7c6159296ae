import type { Operation } from '../contract/operation.ts';
import type { SandboxRequest } from './answer.ts';

/** Whether the request carries the key in one of the places that the contract names for the operation (or, for a key header, `?key=`). */
export function isAuthentic(
  operation: Operation,
  request: SandboxRequest,
  query: Readonly<Record<string, string>>,
  key: string,
): boolean {
  const requirements = operation.definition.security ?? [];
  if (requirements.length === 0) return true;
  const schemes = operation.document.components?.securitySchemes ?? {};
  return requirements.some((requirement) =>
    Object.keys(requirement).every((name) => {
      const scheme = schemes[name];
      if (scheme?.type === 'http') return request.header('authorization') === `Bearer ${key}`;
      if (scheme?.in !== 'header' || scheme.name === undefined) return false;
      return (request.header(scheme.name.toLowerCase()) ?? query.key) === key;
    }),
  );
}
