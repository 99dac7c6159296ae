import { join, relative, resolve, sep } from 'node:path';

/** The two documents of the contract, each the API of one host. */
export const APIS = ['suno', 'usage'] as const;
export type Api = (typeof APIS)[number];

/** The paths of everything that the spec pipeline reads and writes, under the root of a repository. */
export interface Layout {
  root: string;
  sources: string;
  upstream: string;
  overlays: string;
  document: (api: Api) => string;
  released: (api: Api) => string;
  types: (api: Api) => string;
  contract: string;
  /** The type tests of the types package, and those that the last release passed. */
  typeTests: string;
  releasedTypeTests: string;
  changeset: string;
}

/** The root of this checkout. */
export const REPOSITORY: string = resolve(import.meta.dirname, '../..');

export function layoutOf(root: string = REPOSITORY): Layout {
  return {
    root,
    sources: join(root, 'openapi/sources.yaml'),
    upstream: join(root, 'openapi/upstream'),
    overlays: join(root, 'openapi/overlays'),
    document: (api) => join(root, `openapi/${api}.yaml`),
    released: (api) => join(root, `openapi/released/${api}.yaml`),
    types: (api) => join(root, `packages/types/src/generated/${api}.gen.ts`),
    contract: join(root, 'packages/sandbox/src/generated/contract.gen.ts'),
    typeTests: join(root, 'packages/types/src/index.test-d.ts'),
    releasedTypeTests: join(root, 'openapi/released/types.test-d.ts.txt'),
    changeset: join(root, '.changeset/spec-update.md'),
  };
}

/** The path of a file relative to the root, with slashes. */
export function shownPath({ root }: Layout, file: string): string {
  return relative(root, file).replaceAll(sep, '/');
}
