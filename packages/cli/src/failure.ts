import { isMountseaError, type MountseaError } from '@mountsea-suno/client';
import { hostingErrorTable } from '@mountsea-suno/hosting';
import { printableText } from '@mountsea-suno/internal';
import { errorTable } from '@mountsea-suno/workflow';
import { CliError, InterruptedError, UsageError } from './errors.ts';
import { type NextStep, nextStepLines } from './next-step.ts';

/** How a command that failed ends: what it says on stderr, what `--json` prints, and its exit code. */
export interface Failure {
  readonly exitCode: number;
  /** The `error` of the JSON object. */
  readonly error: FailureRecord;
  /** The lines for stderr. The last one is the command that goes on, if there is one. */
  readonly lines: readonly string[];
}

/** A failure as a program reads it. */
interface FailureRecord {
  readonly code: string;
  readonly message: string;
  readonly exitCode: number;
  /** Whether the call that failed charged credits. */
  readonly charged?: string;
  readonly status?: number;
  readonly requestId?: string;
  readonly resumeId?: string;
}

const knownErrors: Readonly<Record<string, { readonly exitCode: number; readonly meaning: string } | undefined>> = {
  ...hostingErrorTable,
  ...errorTable,
};

/** Turns anything that was thrown into a failure. `next` is the step that goes on, unless the error itself names a training. */
export function failureOf(thrown: unknown, next?: NextStep | 'none'): Failure {
  if (isMountseaError(thrown)) return libraryFailure(thrown, next);
  const step = next === 'none' ? undefined : next;
  const resumeId = step?.resumeId;
  const id = resumeId === undefined ? {} : { resumeId };
  if (thrown instanceof UsageError) {
    const { code, exitCode, message, problems } = thrown;
    const error = { code, message: printableText([message, ...problems].join('; '), 4000), exitCode };
    const [first, colon] = [printableText(message, 2000), problems.length > 0 ? ':' : ''];
    return failure(error, [`${first}${colon}`, ...problems.map((problem) => `  - ${printableText(problem)}`)]);
  }
  if (thrown instanceof CliError) {
    const { code, exitCode } = thrown;
    const message = printableText(thrown.message);
    const isKept = thrown instanceof InterruptedError && resumeId !== undefined;
    const shown = isKept ? `${message}; the training is kept, and what runs at the server goes on` : message;
    return failure({ code, message, exitCode, ...id }, [shown], step);
  }
  const system = systemError(thrown);
  if (system !== undefined) return failure({ code: 'local', message: system, exitCode: 2, ...id }, [system], step);
  const message = `unexpected: ${printableText(thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : thrown)}`;
  return failure({ code: 'internal', message, exitCode: 1, ...id }, [message], step);
}

/** One sentence that says what an error code of the libraries means; undefined for others. */
export function meaningOf(code: string): string | undefined {
  return knownErrors[code]?.meaning;
}

function libraryFailure(thrown: MountseaError, next: NextStep | 'none' | undefined): Failure {
  const system = systemError(thrown.cause);
  const step = stepOf(thrown, next);
  const resumeId = step?.resumeId;
  const error: FailureRecord = {
    code: printableText(thrown.code, 60),
    message: printableText(thrown.message, 2000),
    exitCode: knownErrors[thrown.code]?.exitCode ?? 1,
    charged: thrown.charged,
    ...(thrown.status === undefined ? {} : { status: thrown.status }),
    ...(thrown.requestId === undefined ? {} : { requestId: printableText(thrown.requestId, 100) }),
    ...(resumeId === undefined ? {} : { resumeId }),
  };
  const problems = 'problems' in thrown && Array.isArray(thrown.problems) ? thrown.problems : [];
  const shown =
    problems.length > 1
      ? ['this cannot be trained on:', ...problems.map((problem) => `  - ${printableText(problem)}`)]
      : [error.message];
  const lines = [...shown, ...(system === undefined ? [] : [`  (${system})`]), factLine(error, thrown.operation)];
  return failure(error, lines, step);
}

function stepOf({ resumeId }: MountseaError, next: NextStep | 'none' | undefined): NextStep | undefined {
  if (next === 'none') return undefined;
  if (resumeId === undefined) return next;
  const id = printableText(resumeId, 100);
  return { command: `resume ${id}`, resumeId: id };
}

/** The code, and what else helps to find the cause, on one line. */
function factLine({ code, status, requestId, charged }: FailureRecord, operation: string | undefined): string {
  // As far as is known, preparing and uploading cost nothing.
  const isPaid = operation !== 'customModel.prepare' && operation !== 'customModel.upload';
  const facts = [
    code,
    status === undefined ? '' : `HTTP ${status}`,
    requestId === undefined ? '' : `request ${requestId}`,
    charged === 'unknown' && isPaid ? 'whether credits were charged is not known' : '',
  ];
  return `  ${facts.filter((fact) => fact !== '').join(' · ')}`;
}

function failure(error: FailureRecord, lines: readonly string[], step?: NextStep): Failure {
  return { exitCode: error.exitCode, error, lines: step === undefined ? lines : [...lines, ...nextStepLines(error.code, step)] };
}

/** Reasons of the operating system that people can do something about. */
const systemErrors: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EACCES: 'no permission',
  EPERM: 'not permitted',
  ENOENT: 'no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  EEXIST: 'it exists already',
  EMFILE: 'too many open files',
  EADDRINUSE: 'the port is in use',
};

/** What the operating system refused, as in `the disk is full (/home/me/x)`; undefined when the error is another one. */
function systemError(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !('syscall' in thrown) || !('code' in thrown)) return undefined;
  const code = String(thrown.code);
  // For a folder on a read-only disk, Node reports that it does not exist.
  const reason = thrown.syscall === 'mkdir' && code === 'ENOENT' ? 'the folder cannot be created' : systemErrors[code];
  if (reason === undefined) return undefined;
  const path = 'path' in thrown && typeof thrown.path === 'string' ? ` (${printableText(thrown.path, 200)})` : '';
  return `${reason}${path}`;
}
