import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { operations } from '../src/operations.ts';
import { answersModule, type Document, listAnswers } from './answers-module.ts';
import { apiPage } from './api-page.ts';

/** A generated file, by its path in the package. */
export interface GeneratedFile {
  path: string;
  text: string;
}

/** Every operation of the contract. */
export function contractDocuments(): Document[] {
  return ['suno', 'usage'].map(
    (name) => parse(readFileSync(new URL(`../../../openapi/${name}.yaml`, import.meta.url), 'utf8')) as Document,
  );
}

/** The generated files as they should be now. */
export function generatedFiles(): GeneratedFile[] {
  const documents = contractDocuments();
  return [
    { path: 'src/generated/answers.gen.ts', text: answersModule(documents) },
    { path: 'api.md', text: apiPage(operations, documents.flatMap(listAnswers)) },
  ];
}
