import * as client from '@mountsea-suno/client';
import { expect, test } from 'vitest';
import * as workflow from '../index.ts';
import { errorTable } from './error-table.ts';

const { MountseaError } = client;

test('every error of the client and the workflow is in the table, and nothing else', () => {
  const classes = (Object.values({ ...client, ...workflow }) as unknown[]).filter(isErrorClass);
  const codes = classes.filter((made) => made !== MountseaError && made !== workflow.WorkflowError).map(codeOf);
  expect(codes.length).toBeGreaterThan(15);
  expect([...new Set(codes)].sort()).toEqual(Object.keys(errorTable).sort());
});

test('exit codes are those of the design, and a meaning is a sentence', () => {
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

/** Made without going through its own constructor's arguments: each class passes its code on as a literal. */
function codeOf(made: ErrorClass): string {
  const code = /super\(\s*['"`]([a-z_]+)['"`]/.exec(made.toString())?.[1];
  if (code === undefined) throw new Error(`${made.name} names no code`);
  return code;
}
