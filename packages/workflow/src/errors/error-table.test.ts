import * as client from '@mountsea-suno/client';
import { expect, test } from 'vitest';
import * as workflow from '../index.ts';
import { errorTable } from './error-table.ts';

const { MountseaError }: { MountseaError: unknown } = client;
const { WorkflowError }: { WorkflowError: unknown } = workflow;

test('every error of the client and the workflow is in the table, and nothing else', () => {
  const classes = (Object.values({ ...client, ...workflow }) as unknown[]).filter(isErrorClass);
  const codes = classes.filter((it) => it !== MountseaError && it !== WorkflowError).map(codeOf);
  expect(codes.length).toBeGreaterThan(15);
  expect([...new Set(codes)].sort()).toEqual(Object.keys(errorTable).sort());
});

test('exit codes are the documented ones, and a meaning is a sentence', () => {
  for (const { exitCode, meaning } of Object.values(errorTable)) {
    expect([2, 3, 4, 5, 6, 7]).toContain(exitCode);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
  }
  expect(errorTable.create_outcome_unknown.exitCode).toBe(5);
  expect(errorTable.deadline_passed).toMatchObject({ exitCode: 7, retryable: true });
});

type ErrorClass = new (...args: never[]) => Error;

function isErrorClass(value: unknown): value is ErrorClass {
  return typeof value === 'function' && value.prototype instanceof Error;
}

/** The code stands in the class as a literal: `code = 'upload_failed'`. */
function codeOf(errorClass: ErrorClass): string {
  const code = /code = ['"`]([a-z_]+)['"`]/.exec(errorClass.toString())?.[1];
  if (code === undefined) throw new Error(`${errorClass.name} has no code`);
  return code;
}
