import { _ } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { UserConfig } from 'tsdown';
import { library } from '../../tsdown.base.ts';
import { createValidators } from './src/contract/create-validators.ts';
import { contract } from './src/generated/contract.gen.ts';

/**
 * The validators of the contract as plain code: no ajv is needed to run it, and no `eval`, which Workers and edge runtimes forbid.
 * A format that nobody can check fails the build.
 */
function validatorsModule(): string {
  const fail = (message: unknown): never => {
    throw new Error(String(message));
  };
  const { ajv, references } = createValidators(contract, {
    code: { source: true, esm: true, formats: _`fullFormats` },
    logger: { log: () => {}, warn: fail, error: fail },
  });
  const names = Object.keys(references).map((key, index) => `${JSON.stringify(key)}: v${index}`);
  const exported = Object.fromEntries(Object.values(references).map((reference, index) => [`v${index}`, reference]));
  return `import { fullFormats } from 'ajv-formats/dist/formats.js';
${standaloneCode.default(ajv, exported)}
export const validators = { ${names.join(', ')} };`;
}

const notice = '/*! The formats in it are those of ajv-formats, copyright 2020 Evgeny Poberezkin, MIT License. */';
const moduleId = '\0validators.js';

const config: UserConfig = library([], {
  entry: {
    index: 'src/index.ts',
    node: 'src/node.ts',
    contract: 'src/contract.ts',
    validators: '#validators',
    'dashboard/main': 'src/dashboard/main.ts',
  },
  deps: { neverBundle: [/^node:/], alwaysBundle: ['ajv-formats/dist/formats.js'], onlyBundle: ['ajv-formats'] },
  outputOptions: { banner: ({ name }) => (name === 'validators' ? notice : '') },
  plugins: [
    {
      name: 'validators',
      resolveId: (id) => (id === '#validators' ? moduleId : null),
      load: (id) => (id === moduleId ? validatorsModule() : null),
    },
  ],
});
export default config;
