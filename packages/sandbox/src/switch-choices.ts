import { defaultSwitches, type SandboxSwitches } from './switches.ts';

/**
 * The values of one switch: a list to choose from, a time in ms (not negative), any time in ms, or any text.
 *
 * @example
 * ```ts
 * import { type SwitchChoices, switchChoices } from '@mountsea-suno/sandbox';
 *
 * const choices: SwitchChoices = switchChoices.ledger;
 * console.log(choices); // ['immediate', 'absent', 'lagging']
 * ```
 */
export type SwitchChoices = readonly (string | number | boolean)[] | 'duration' | 'offset' | 'text';

/**
 * Which values each switch takes.
 *
 * @example
 * ```ts
 * import { switchChoices } from '@mountsea-suno/sandbox';
 *
 * for (const [name, choices] of Object.entries(switchChoices)) console.log(name, choices);
 * ```
 */
export const switchChoices: { readonly [Name in keyof SandboxSwitches]: SwitchChoices } = {
  sessionStatusBeforeCreate: ['success', 'ready', 'not-found'],
  secondCreate: ['charges', 'free', 'refused'],
  createAfterFailure: ['charges', 'free'],
  refusalStatus: [400, 404, 409, 422],
  resultKey: ['data', 'result'],
  resultShape: ['object', 'array'],
  clipIdKey: ['id', 'clip_id', 'clipId'],
  modelIdKey: ['id', 'model', 'modelId', 'model_id', 'external_key', 'nested', 'bare-uuid'],
  staleFailedMs: 'duration',
  createCommitDelayMs: 'duration',
  ledger: ['immediate', 'absent', 'lagging'],
  ledgerLagMs: 'duration',
  ledgerOrder: ['newest-first', 'oldest-first'],
  serverClockSkewMs: 'offset',
  chargeAt: ['accept', 'success'],
  refundOnFailure: [false, true],
  shortOfCredits: ['refused', 'fails', 'accepted'],
  shortOfCreditsStatus: [400, 402, 403],
  foreignClip: ['refused', 'fails', 'accepted'],
  longName: ['refused', 'fails', 'accepted'],
  unknownModel: ['refused', 'fails', 'accepted'],
  unknownTask: ['not-found', 'bad-request', 'ready'],
  taskStatuses: ['six', 'eight'],
  extraStatus: 'text',
  sessionCreatedAt: ['prepare', 'create'],
  errorBody: ['nest', 'errorMessage', 'error', 'empty'],
};

function fits(choices: SwitchChoices, value: unknown): boolean {
  if (choices === 'text') return typeof value === 'string';
  if (choices === 'offset') return Number.isFinite(value);
  if (choices === 'duration') return Number.isFinite(value) && Number(value) >= 0;
  return (choices as readonly unknown[]).includes(value);
}

const told = (choices: SwitchChoices): string =>
  typeof choices === 'string'
    ? { text: 'a text', offset: 'a number of ms', duration: 'a number of ms, not negative' }[choices]
    : choices.join(', ');

/**
 * Checks switches that come from outside: a command line, a file, a page.
 *
 * @returns the same, typed
 * @throws TypeError naming the switch that does not exist or the value that it does not take
 * @example
 * ```ts
 * import { createSandbox, parseSwitches } from '@mountsea-suno/sandbox';
 *
 * const sandbox = createSandbox({ switches: parseSwitches({ ledger: 'absent' }) });
 * ```
 */
export function parseSwitches(values: Readonly<Record<string, unknown>>): Partial<SandboxSwitches> {
  for (const [name, value] of Object.entries(values)) {
    if (!Object.hasOwn(defaultSwitches, name))
      throw new TypeError(`There is no switch ${JSON.stringify(name)}; there are ${Object.keys(defaultSwitches).join(', ')}`);
    const choices = switchChoices[name as keyof SandboxSwitches];
    if (!fits(choices, value)) throw new TypeError(`The switch ${name} takes ${told(choices)}; not ${JSON.stringify(value)}`);
  }
  return values as Partial<SandboxSwitches>;
}
