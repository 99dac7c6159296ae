import { isMountseaError, type MountseaError } from '@mountsea-suno/client';
import { errorTable } from '@mountsea-suno/workflow';
import { InterruptedError } from './terminal/interruption.ts';
import { plain } from './text/plain.ts';
import { UsageError } from './usage-error.ts';

/** How a command that went wrong ends: what is said on stderr, what `--json` prints, and the exit code. */
export interface Failure {
  readonly exitCode: number;
  /** The `error` of the JSON object. */
  readonly error: FailureRecord;
  /** Lines for stderr. The resume command, where there is one, is the last. */
  readonly lines: readonly string[];
}

/** A failure as a program reads it. */
export interface FailureRecord {
  readonly code: string;
  readonly message: string;
  readonly exitCode: number;
  /** Whether credits were charged by the call that failed. */
  readonly charged?: string;
  readonly status?: number;
  readonly requestId?: string;
  readonly resumeId?: string;
}

// Faults of this machine that people can mend.
const local: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EACCES: 'no permission',
  EPERM: 'not permitted',
  ENOENT: 'no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  EEXIST: 'it is there already',
  EMFILE: 'too many open files',
  EADDRINUSE: 'the port is in use',
};

/** Makes a failure of whatever was thrown. `resumeId` is the training that was under way, if the error itself does not say. */
export function failureOf(thrown: unknown, resumeId?: string): Failure {
  if (thrown instanceof InterruptedError) {
    const message = plain(thrown.message);
    return failure({ code: thrown.code, message, exitCode: 130, ...(resumeId === undefined ? {} : { resumeId }) }, [
      resumeId === undefined ? message : `${message}; the training is kept, and what runs at the server goes on`,
    ]);
  }
  if (thrown instanceof UsageError) return failure({ code: thrown.code, message: plain(thrown.message, 2000), exitCode: 2 });
  if (isMountseaError(thrown)) return apiFailure(thrown, resumeId);
  const system = systemError(thrown);
  const id = resumeId === undefined ? {} : { resumeId };
  if (system !== undefined) return failure({ code: 'local', message: system, exitCode: 2, ...id });
  return failure({
    code: 'internal',
    message: `unexpected: ${plain(thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : thrown)}`,
    exitCode: 1,
    ...id,
  });
}

function apiFailure(thrown: MountseaError, resumeId: string | undefined): Failure {
  const entry = (errorTable as Readonly<Record<string, { exitCode: number } | undefined>>)[thrown.code];
  const system = systemError(thrown.cause);
  const id = thrown.resumeId ?? resumeId;
  const record: FailureRecord = {
    code: plain(thrown.code, 60),
    message: plain(thrown.message, 2000),
    exitCode: entry?.exitCode ?? 1,
    charged: thrown.charged,
    ...(thrown.status === undefined ? {} : { status: thrown.status }),
    ...(thrown.requestId === undefined ? {} : { requestId: plain(thrown.requestId, 100) }),
    ...(id === undefined ? {} : { resumeId: plain(id, 100) }),
  };
  const problems = 'problems' in thrown && Array.isArray(thrown.problems) ? thrown.problems.map((problem) => plain(problem)) : [];
  const shown = problems.length > 1 ? ['', ...problems.map((problem) => `  - ${problem}`)] : [record.message];
  return failure(record, [...shown, ...(system === undefined ? [] : [`  (${system})`]), ...details(record)]);
}

/** `no space left (/home/me/x)`: what the operating system refused, or undefined where it was something else. */
function systemError(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !('syscall' in thrown) || !('code' in thrown)) return undefined;
  const code = String(thrown.code);
  if (!(code in local)) return undefined;
  const path = 'path' in thrown && typeof thrown.path === 'string' ? ` (${plain(thrown.path, 200)})` : '';
  return `${local[code]}${path}`;
}

function details(record: FailureRecord): string[] {
  const facts = [
    record.code,
    record.status === undefined ? '' : `HTTP ${record.status}`,
    record.requestId === undefined ? '' : `request ${record.requestId}`,
    record.charged === 'unknown' ? 'whether credits were charged is not known' : '',
  ].filter((fact) => fact !== '');
  return [`  ${facts.join(' · ')}`];
}

const resumable = new Set([
  'interrupted',
  'deadline_passed',
  'create_outcome_unknown',
  'upload_failed',
  'training_failed',
  'local',
]);

function failure(error: FailureRecord, lines: readonly string[] = [error.message]): Failure {
  const { resumeId } = error;
  if (resumeId === undefined || (!resumable.has(error.code) && error.exitCode < 3))
    return { exitCode: error.exitCode, error, lines };
  return { exitCode: error.exitCode, error, lines: [...lines, ...waysOn(error.code, resumeId)] };
}

function waysOn(code: string, id: string): string[] {
  const resume = `mountsea-suno resume ${id}`;
  if (code === 'create_outcome_unknown') {
    return [
      `Create again at the risk of another 100 credits: ${resume} --resend-create`,
      `Look again, which costs nothing: ${resume}`,
    ];
  }
  if (code === 'training_failed')
    return [`Create once more on the same session, which may cost another 100 credits: ${resume} --name NAME`];
  return [`Go on with: ${resume}`];
}
