import { isMountseaError, type MountseaError } from '@mountsea-suno/client';
import { hostingErrorTable } from '@mountsea-suno/hosting';
import { errorTable } from '@mountsea-suno/workflow';
import { GenerationFailedError } from './commands/generation-failed-error.ts';
import { WatchEndedError } from './commands/watch-ended-error.ts';
import { DownloadError } from './download/download-error.ts';
import { commandName } from './program/command-name.ts';
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

/** How to go on with what a command has begun. */
export interface WayOn {
  /** Without the program's name: `resume ID`. */
  readonly command: string;
  /** The training, where it is one. */
  readonly resumeId?: string;
}

/** A failure as a program reads it. */
interface FailureRecord {
  readonly code: string;
  readonly message: string;
  readonly exitCode: number;
  /** Whether credits were charged by the call that failed. */
  readonly charged?: string;
  readonly status?: number;
  readonly requestId?: string;
  readonly resumeId?: string;
}

const exitCodes: Readonly<Record<string, { readonly exitCode: number } | undefined>> = { ...hostingErrorTable, ...errorTable };

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

/** Makes a failure of whatever was thrown. `way` leads on with what was under way, if the error itself does not say. */
export function failureOf(thrown: unknown, given?: WayOn | 'nothing'): Failure {
  if (isMountseaError(thrown)) return apiFailure(thrown, given);
  const way = given === 'nothing' ? undefined : given;
  const id = way?.resumeId === undefined ? {} : { resumeId: way.resumeId };
  if (thrown instanceof InterruptedError) {
    const message = plain(thrown.message);
    const shown = way?.resumeId === undefined ? message : `${message}; the training is kept, and what runs at the server goes on`;
    return failure({ code: thrown.code, message, exitCode: 130, ...id }, [shown], way);
  }
  if (thrown instanceof UsageError) {
    const message = plain([thrown.message, ...thrown.problems].join('; '), 4000);
    return failure({ code: thrown.code, message, exitCode: 2 }, listed(thrown.message, thrown.problems));
  }
  if (thrown instanceof GenerationFailedError) return failure({ code: thrown.code, message: plain(thrown.message), exitCode: 4 });
  if (thrown instanceof DownloadError)
    return failure({ code: thrown.code, message: plain(thrown.message), exitCode: 6 }, undefined, way);
  if (thrown instanceof WatchEndedError)
    return failure({ code: thrown.code, message: plain(thrown.message), exitCode: thrown.exitCode, ...id }, undefined, way);
  const system = systemError(thrown);
  if (system !== undefined) return failure({ code: 'local', message: system, exitCode: 2, ...id }, undefined, way);
  const message = `unexpected: ${plain(thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : thrown)}`;
  return failure({ code: 'internal', message, exitCode: 1, ...id }, undefined, way);
}

function apiFailure(thrown: MountseaError, given: WayOn | 'nothing' | undefined): Failure {
  const entry = exitCodes[thrown.code];
  const system = systemError(thrown.cause);
  const way = wayFrom(thrown, given);
  const resumeId = way?.resumeId;
  const record: FailureRecord = {
    code: plain(thrown.code, 60),
    message: plain(thrown.message, 2000),
    exitCode: entry?.exitCode ?? 1,
    charged: thrown.charged,
    ...(thrown.status === undefined ? {} : { status: thrown.status }),
    ...(thrown.requestId === undefined ? {} : { requestId: plain(thrown.requestId, 100) }),
    ...(resumeId === undefined ? {} : { resumeId }),
  };
  const problems = 'problems' in thrown && Array.isArray(thrown.problems) ? thrown.problems.map((problem) => plain(problem)) : [];
  const shown =
    problems.length > 1 ? ['this cannot be trained on:', ...problems.map((problem) => `  - ${problem}`)] : [record.message];
  const lines = [...shown, ...(system === undefined ? [] : [`  (${system})`]), ...details(record, thrown.operation)];
  return failure(record, lines, way);
}

function wayFrom({ resumeId }: MountseaError, given: WayOn | 'nothing' | undefined): WayOn | undefined {
  if (given === 'nothing') return undefined;
  if (resumeId === undefined) return given;
  const id = plain(resumeId, 100);
  return { command: `resume ${id}`, resumeId: id };
}

function listed(message: string, problems: readonly string[]): string[] {
  return problems.length === 0
    ? [plain(message, 2000)]
    : [`${plain(message, 2000)}:`, ...problems.map((problem) => `  - ${plain(problem)}`)];
}

/** `no space left (/home/me/x)`: what the operating system refused, or undefined where it was something else. */
function systemError(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !('syscall' in thrown) || !('code' in thrown)) return undefined;
  const code = String(thrown.code);
  if (!(code in local)) return undefined;
  const path = 'path' in thrown && typeof thrown.path === 'string' ? ` (${plain(thrown.path, 200)})` : '';
  // Node says of a folder on a read-only disk that it is not there.
  const reason = thrown.syscall === 'mkdir' && code === 'ENOENT' ? 'the folder cannot be made' : local[code];
  return `${reason}${path}`;
}

function details(record: FailureRecord, operation: string | undefined): string[] {
  // Preparing and uploading have no price that is known.
  const paid = operation !== 'customModel.prepare' && operation !== 'customModel.upload';

  const facts = [
    record.code,
    record.status === undefined ? '' : `HTTP ${record.status}`,
    record.requestId === undefined ? '' : `request ${record.requestId}`,
    record.charged === 'unknown' && paid ? 'whether credits were charged is not known' : '',
  ].filter((fact) => fact !== '');
  return [`  ${facts.join(' · ')}`];
}

function failure(error: FailureRecord, lines: readonly string[] = [error.message], way?: WayOn): Failure {
  return { exitCode: error.exitCode, error, lines: way === undefined ? lines : [...lines, ...waysOn(error.code, way)] };
}

function waysOn(code: string, way: WayOn): string[] {
  const command = `${commandName} ${way.command}`;
  if (code === 'create_outcome_unknown') {
    return [
      `Create again, at the risk of another 100 credits: ${command} --resend-create`,
      `Look again, which costs nothing: ${command}`,
    ];
  }
  if (code === 'training_failed')
    return [`Create once more on the same session, which may cost another 100 credits: ${command} --name NAME`];
  if (code === 'training_locked' && way.resumeId !== undefined)
    return [`See how it goes on there: ${commandName} trainings watch ${way.resumeId}`];
  if (code === 'training_open') {
    return [
      `Remove it all the same, and the only way to its model: ${commandName} trainings remove ${way.resumeId} --force`,
      `Go on with: ${command}`,
    ];
  }
  // A song whose task the server does not know will not be known the next time either.
  if (code === 'not_found' && way.resumeId === undefined) return [];
  return code === 'state_invalid' || code === 'training_not_found' ? [] : [`Go on with: ${command}`];
}
