import { type Contract, listOperations, type Operation } from './operation.ts';

/** The operation at an address, with what its path holds. */
interface Route {
  readonly operation: Operation;
  readonly pathParams: Readonly<Record<string, string>>;
}

/** Finds operations by method and path. */
export interface Routes {
  readonly operations: readonly Operation[];
  find(method: string, path: string): Route | undefined;
}

const noParams = {};

function templateOf(operation: Operation): RegExp {
  const pattern = operation.path
    .split('/')
    .map((segment) =>
      /^\{\w+\}$/.test(segment) ? `(?<${segment.slice(1, -1)}>[^/]+)` : segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('/');
  return new RegExp(`^${pattern}$`);
}

const known = new WeakMap<Contract, Routes>();

/** The routes of a contract; worked out once for each. */
export function routesOf(contract: Contract): Routes {
  const cached = known.get(contract);
  if (cached !== undefined) return cached;
  const operations = listOperations(contract);
  const plain = new Map<string, Route>();
  const templates: { pattern: RegExp; operation: Operation }[] = [];
  for (const operation of operations) {
    if (operation.path.includes('{')) templates.push({ pattern: templateOf(operation), operation });
    else plain.set(`${operation.method} ${operation.path}`, { operation, pathParams: noParams });
  }
  const routes: Routes = {
    operations,
    find(method, path) {
      const exact = plain.get(`${method} ${path}`);
      if (exact !== undefined) return exact;
      for (const { pattern, operation } of templates) {
        const match = operation.method === method ? pattern.exec(path) : null;
        if (match !== null) return { operation, pathParams: { ...match.groups } };
      }
      return undefined;
    },
  };
  known.set(contract, routes);
  return routes;
}
