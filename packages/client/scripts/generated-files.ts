import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { operations } from '../src/operations.ts';
import { answersModule, type Contract, listAnswers } from './answers-module.ts';
import { apiPage } from './api-page.ts';

/** A generated file, by its path in the package. */
export interface GeneratedFile {
  path: string;
  text: string;
}

/** The contract as it lies in `openapi/`. */
export function readContract(): Contract {
  const read = (name: string): Contract['suno'] =>
    parse(readFileSync(new URL(`../../../openapi/${name}.yaml`, import.meta.url), 'utf8'));
  return { suno: read('suno'), usage: read('usage') };
}

/** The generated files as they should be now. */
export function generatedFiles(): GeneratedFile[] {
  const contract = readContract();
  return [
    { path: 'src/generated/answers.gen.ts', text: answersModule(contract) },
    { path: 'api.md', text: apiPage(operations, listAnswers(contract)) },
  ];
}
