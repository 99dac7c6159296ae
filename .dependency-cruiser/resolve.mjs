// Resolves our packages' names to their sources, so that the rules see the same imports whether the packages have been built or not.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

const alias = Object.fromEntries(
  readdirSync('packages').map((name) => [`@mountsea-suno/${name}`, resolve('packages', name, 'src')]),
);

export default { resolve: { alias, extensions: ['.ts', '.mjs', '.cjs', '.js', '.d.ts', '.json'] } };
