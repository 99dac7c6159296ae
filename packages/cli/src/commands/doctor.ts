import { printableText } from '@mountsea-suno/internal';
import type { Command } from 'commander';
import type { CommonFlags, Context } from '../context.ts';
import type { Finding } from '../doctor/examine.ts';
import { type Choose, defineCommand } from '../program/define-command.ts';
import type { Style } from '../terminal/output.ts';

/** `mountsea-suno doctor`. */
export function addDoctor(program: Command, choose: Choose): void {
  defineCommand(program, 'doctor', 'check this machine, the key and both hosts', 'doctor')
    .option('--clean', 'remove hosted files that nobody needs any more')
    .action((flags: DoctorFlags) => {
      choose({ flags, settings: false, action: (context) => doctor(flags, context) });
    });
}

interface DoctorFlags extends CommonFlags {
  readonly clean?: boolean | undefined;
}

/** Shows what is right and what is wrong. The exit code is 0 if nothing is bad, else that of the first bad finding. */
async function doctor({ clean = false }: DoctorFlags, context: Context): Promise<number> {
  const { examine } = await import('../doctor/examine.ts');
  const { output } = context;
  const findings = await examine(context, { clean });
  const bad = findings.find(({ state }) => state === 'bad');
  output.result(
    { ok: bad === undefined, findings: findings.map(({ exitCode: _code, ...shown }) => shown) },
    lines(findings, output.style),
  );
  return bad === undefined ? 0 : (bad.exitCode ?? 2);
}

function lines(findings: readonly Finding[], style: Style): string[] {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const signs = { ok: style('green', '✔'), warning: style('yellow', '!'), bad: style('red', '✘') };
  return findings.map(({ check, state, detail }) => `${signs[state]} ${check.padEnd(width)}  ${printableText(detail)}`);
}
