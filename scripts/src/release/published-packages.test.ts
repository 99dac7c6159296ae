import { describe, expect, it } from 'vitest';
import { aFolder } from '../../test/support/a-folder.ts';
import { affectedPackages, pinnedDependencies } from './published-packages.ts';

describe('affectedPackages', () => {
  const root = (): string => {
    const manifests: Record<string, object> = {
      types: { types: 'a.d.ts' },
      client: { types: 'a.d.ts', dependencies: { '@mountsea-suno/types': '0.0.0' } },
      workflow: { types: 'a.d.ts', peerDependencies: { '@mountsea-suno/client': '^0.0.0' } },
      cli: { dependencies: { '@mountsea-suno/workflow': '0.0.0', '@mountsea-suno/client': '0.0.0' } },
      hosting: { types: 'a.d.ts', dependencies: { yaml: '2.9.1' } },
      sandbox: { types: 'a.d.ts' },
      bench: { types: 'a.d.ts', private: true, dependencies: { '@mountsea-suno/types': '0.0.0' } },
    };
    const entries = Object.entries(manifests).map(([name, manifest]): [string, string] => [
      `packages/${name}/package.json`,
      JSON.stringify({ name: `@mountsea-suno/${name}`, ...manifest }),
    ]);
    return aFolder(Object.fromEntries(entries));
  };

  it('names each package whose types change, directly or through a dependency, and the sandbox', () => {
    expect([...affectedPackages(root(), 'major')]).toEqual([
      ['@mountsea-suno/client', 'major'],
      ['@mountsea-suno/sandbox', 'minor'],
      ['@mountsea-suno/types', 'major'],
      ['@mountsea-suno/workflow', 'major'],
    ]);
  });

  it('names only types and sandbox for a change of descriptions', () => {
    expect([...affectedPackages(root(), 'patch')]).toEqual([
      ['@mountsea-suno/sandbox', 'patch'],
      ['@mountsea-suno/types', 'patch'],
    ]);
    expect(affectedPackages(root(), 'none').size).toBe(0);
  });
});

describe('pinnedDependencies', () => {
  const manifest = (lists: object): string => JSON.stringify({ name: '@mountsea-suno/a', ...lists });

  it('names each published dependency that allows one version only', () => {
    const folder = aFolder({
      'packages/a/package.json': manifest({
        dependencies: { one: '1.2.3', two: '=2.0.0', three: '3.0.0-beta.1' },
        optionalDependencies: { four: '4.0.0' },
        peerDependencies: { five: '5.0.0' },
      }),
    });
    expect(pinnedDependencies(folder)).toEqual([
      'packages/a/package.json: dependencies has one 1.2.3; a published dependency is a range: ^1.2.3',
      expect.stringContaining('dependencies has two =2.0.0'),
      expect.stringContaining('dependencies has three 3.0.0-beta.1'),
      expect.stringContaining('optionalDependencies has four 4.0.0'),
      expect.stringContaining('peerDependencies has five 5.0.0'),
    ]);
  });

  it('accepts ranges, development dependencies and private packages', () => {
    const folder = aFolder({
      'packages/a/package.json': manifest({
        dependencies: { one: '^1.2.3', two: '~2.0.0', three: '>=3', '@mountsea-suno/b': '^0.0.0' },
        devDependencies: { four: '4.0.0' },
      }),
      'packages/b/package.json': manifest({ private: true, dependencies: { five: '5.0.0' } }),
    });
    expect(pinnedDependencies(folder)).toEqual([]);
  });
});
