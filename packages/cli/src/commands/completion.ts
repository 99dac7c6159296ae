import { Argument, type Command, type Option } from 'commander';
import { UsageError } from '../errors.ts';
import { type Choose, defineCommand } from '../program/define-command.ts';

/** `mountsea-suno completion`. */
export function addCompletion(program: Command, choose: Choose): void {
  const example = 'completion bash >> ~/.bashrc';
  defineCommand(program, 'completion', 'print the completion script for a shell', example, { connects: false })
    .addArgument(new Argument('<shell>', 'your shell').choices(['bash', 'zsh', 'fish']))
    .action((shell: string, flags) => {
      choose({
        flags,
        settings: false,
        action: async ({ output }) => {
          const script = completionScript(shell, program);
          output.result({ shell, script }, [script.trimEnd()]);
        },
      });
    });
}

/** The completion script of a shell, made from the definitions of the commands. */
export function completionScript(shell: string, program: Command): string {
  const entries = entriesOf(program);
  switch (shell) {
    case 'bash':
      return bash(entries);
    case 'zsh':
      return zsh(entries);
    case 'fish':
      return fish(entries);
    default:
      throw new UsageError(`completion works in bash, zsh and fish, not in ${JSON.stringify(shell)}`);
  }
}

interface Entry {
  /** The words before it on the line: '' for the program itself, `trainings` for the subcommands of that command. */
  readonly path: string;
  readonly words: readonly Word[];
  readonly flags: readonly Word[];
  /** Whether its arguments are files. */
  readonly files: boolean;
}

interface Word {
  readonly name: string;
  readonly about: string;
}

function entriesOf(command: Command, path = '', shared: readonly Option[] = []): Entry[] {
  const words = [
    ...command.commands.map((one) => ({ name: one.name(), about: one.description() })),
    ...command.registeredArguments.flatMap(({ argChoices = [], description: about }) =>
      argChoices.map((name) => ({ name, about })),
    ),
  ];
  const options = [...command.options, ...shared];
  const flags = options.flatMap((option) => (option.long ? [{ name: option.long, about: option.description }] : []));
  const files = command.registeredArguments.some((argument) => /file|folder|URL/u.test(argument.description));
  const inherited = options.filter(({ hidden }) => hidden);
  return [
    { path, words, flags, files },
    ...command.commands.flatMap((one) => entriesOf(one, `${path} ${one.name()}`.trim(), inherited)),
  ];
}

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function bash(entries: readonly Entry[]): string {
  const cases = entries.map(({ path, words, flags, files }) => {
    const all = [...words, ...flags].map(({ name }) => name).join(' ');
    return `    ${quote(path)}) words=${quote(all)}; files=${files ? 1 : 0} ;;`;
  });
  return `# mountsea-suno: completion for bash
_mountsea_suno() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path='' word words='' files=0 i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    case "$path $word" in
${entries
  .filter(({ path }) => path !== '')
  .map(({ path }) => `      ${quote(path.includes(' ') ? path : ` ${path}`)}) path=${quote(path)} ;;`)
  .join('\n')}
    esac
  done
  case "$path" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [[ $files == 1 && $current != -* ]]; then compopt -o filenames 2>/dev/null; while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current"); fi
}
complete -o default -F _mountsea_suno mountsea-suno
`;
}

function zsh(entries: readonly Entry[]): string {
  const describe = ({ name, about }: Word): string => quote(`${name.replaceAll(':', '\\:')}:${about.replaceAll(':', '\\:')}`);
  const cases = entries.map(
    ({ path, words, flags, files }) =>
      `    ${quote(path)}) offers=(${[...words, ...flags].map(describe).join(' ')}); files=${files ? 1 : 0} ;;`,
  );
  return `#compdef mountsea-suno
# mountsea-suno: completion for zsh
_mountsea_suno() {
  # Two names belong to zsh itself: words is what was typed, path is PATH.
  local command='' word files=0
  local -a offers
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$command $word" in
${entries
  .filter(({ path }) => path !== '')
  .map(({ path }) => `      ${quote(path.includes(' ') ? path : ` ${path}`)}) command=${quote(path)} ;;`)
  .join('\n')}
    esac
  done
  case "$command" in
${cases.join('\n')}
  esac
  _describe 'mountsea-suno' offers
  (( files )) && _files
}
compdef _mountsea_suno mountsea-suno
`;
}

function fish(entries: readonly Entry[]): string {
  const lines = entries.flatMap(({ path, words, flags, files }) => {
    const seen = path
      .split(' ')
      .filter(Boolean)
      .map((word) => `__fish_seen_subcommand_from ${word}`);
    const none = `not __fish_seen_subcommand_from ${words.map(({ name }) => name).join(' ')}`;
    const here = quote([...seen, ...(words.length > 0 ? [none] : [])].join('; and ') || 'true');
    return [
      ...words.map(({ name, about }) => `complete -c mountsea-suno -f -n ${here} -a ${name} -d ${quote(about)}`),
      ...flags.map(({ name, about }) => `complete -c mountsea-suno -n ${here} -l ${name.slice(2)} -d ${quote(about)}`),
      ...(files || words.length > 0 ? [] : [`complete -c mountsea-suno -f -n ${here}`]),
    ];
  });
  return `# mountsea-suno: completion for fish\n${lines.join('\n')}\n`;
}
