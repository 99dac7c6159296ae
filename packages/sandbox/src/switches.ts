/**
 * What the API's documentation leaves open, each as a switch. A workflow has to be right under every setting.
 * All of them can be changed while the sandbox runs. Times are milliseconds of sandbox time (divided by `speed`).
 *
 * @example
 * ```ts
 * import { createSandbox } from '@mountsea-suno/sandbox';
 *
 * const sandbox = createSandbox({ switches: { resultKey: 'result', clipIdKey: 'clip_id' } });
 * sandbox.switches.ledger = 'absent';
 * ```
 */
export interface SandboxSwitches {
  /** What `status` says of a session id while nothing was created on it. Default `'ready'`. */
  sessionStatusBeforeCreate: 'success' | 'ready' | 'not-found';
  /**
   * A create on a session whose training runs or is done. `'charges'`: a new training starts and is charged;
   * `'free'`: the response is the same task id, and nothing happens; `'refused'`: an error of `refusalStatus`. Default `'charges'`.
   */
  secondCreate: 'charges' | 'free' | 'refused';
  /** A create after a failed training (documented as allowed): charged again, or not. Default `'charges'`. */
  createAfterFailure: 'charges' | 'free';
  /** HTTP status of refusals that are not documented: a second create, a foreign clip, an unknown session or model. Default 400. */
  refusalStatus: 400 | 404 | 409 | 422;
  /** Where a task's result stands. Default `'data'`. */
  resultKey: 'data' | 'result';
  /** Whether a result is an object or a list of one. Default `'object'`. Lists of clips (`generate`) are not affected. */
  resultShape: 'object' | 'array';
  /** The key of the clip id in an upload's result. Default `'id'`. */
  clipIdKey: 'id' | 'clip_id' | 'clipId';
  /** Where the model id stands in a training's result. Default `'id'`. */
  modelIdKey: ModelIdKey;
  /** How long after a create that follows a failed one the id still shows the old `failed`. Default 0. */
  staleFailedMs: number;
  /** How long after its response a create takes effect: status, charge and ledger. Default 0. */
  createCommitDelayMs: number;
  /** Whether `points/search` lists a charge at once, later (as does the balance), or is not there at all (404). Default `'immediate'`. */
  ledger: 'immediate' | 'absent' | 'lagging';
  /** How long a charge takes to show where `ledger` is `'lagging'`. Default 20,000. */
  ledgerLagMs: number;
  /** In which order `points/search` lists. Default `'newest-first'`. */
  ledgerOrder: 'newest-first' | 'oldest-first';
  /** How far the server's clock is ahead of the caller's; shows in every timestamp and in the `Date` header. Default 0. */
  serverClockSkewMs: number;
  /** When credits are taken. Default `'accept'`. */
  chargeAt: 'accept' | 'success';
  /** Whether a task that fails gives its credits back (a ledger entry with a negative amount). Default false. */
  refundOnFailure: boolean;
  /** What a create does when the balance is short. `'refused'`: an error of `shortOfCreditsStatus`. Default `'refused'`. */
  shortOfCredits: 'refused' | 'fails' | 'accepted';
  /** HTTP status of the refusal of a call that the balance does not cover. Default 402. */
  shortOfCreditsStatus: 400 | 402 | 403;
  /** A create with a clip that was not uploaded into its session. Default `'refused'`. */
  foreignClip: 'refused' | 'fails' | 'accepted';
  /** A create whose name is longer than upstream's 16 characters. Default `'accepted'`. */
  longName: 'refused' | 'fails' | 'accepted';
  /** A generate with a model that was not trained here. Default `'refused'`. */
  unknownModel: 'refused' | 'fails' | 'accepted';
  /** What `status` says of an id that it never gave out: 404, 400, or 200 with status `ready`. Default `'not-found'`. */
  unknownTask: 'not-found' | 'bad-request' | 'ready';
  /** The older six status values, or the newer eight (with `queued` and `awaiting`). Default `'eight'`. */
  taskStatuses: 'six' | 'eight';
  /** A status that nobody knows, shown in the middle fifth of every task. Default: none (an empty string). */
  extraStatus: string;
  /** Whether a trained session's `createdAt` is that of the session or of its last create. Default `'create'`. */
  sessionCreatedAt: 'prepare' | 'create';
  /** How an error body looks. `'nest'`: `{ statusCode, message, error }`. Default `'nest'`. */
  errorBody: 'nest' | 'errorMessage' | 'error' | 'empty';
}

/** Where the id of a trained model stands in a task's result. */
export type ModelIdKey =
  | 'id'
  | 'model'
  | 'modelId'
  | 'model_id'
  | 'external_key'
  /** One level down: `{ custom_model: { id } }`. */
  | 'nested'
  /** The uuid alone, without `chirp-custom:`, under `id` and `external_key`. */
  | 'bare-uuid';

/** The switches of a sandbox for which none were given. */
export const defaultSwitches: Readonly<SandboxSwitches> = {
  sessionStatusBeforeCreate: 'ready',
  secondCreate: 'charges',
  createAfterFailure: 'charges',
  refusalStatus: 400,
  resultKey: 'data',
  resultShape: 'object',
  clipIdKey: 'id',
  modelIdKey: 'id',
  staleFailedMs: 0,
  createCommitDelayMs: 0,
  ledger: 'immediate',
  ledgerLagMs: 20_000,
  ledgerOrder: 'newest-first',
  serverClockSkewMs: 0,
  chargeAt: 'accept',
  refundOnFailure: false,
  shortOfCredits: 'refused',
  shortOfCreditsStatus: 402,
  foreignClip: 'refused',
  longName: 'accepted',
  unknownModel: 'refused',
  unknownTask: 'not-found',
  taskStatuses: 'eight',
  extraStatus: '',
  sessionCreatedAt: 'create',
  errorBody: 'nest',
};

/** The values of one switch: a list to choose from, a time in ms (not negative), any time in ms, or any text. */
export type SwitchChoices = readonly (string | number | boolean)[] | 'duration' | 'offset' | 'text';

/** Which values each switch takes. */
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

/**
 * Checks switches that come from outside: a command line, a file, a page.
 *
 * @returns the same values, typed
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
    if (!fits(choices, value))
      throw new TypeError(`The switch ${name} takes ${describeChoices(choices)}; not ${JSON.stringify(value)}`);
  }
  return values as Partial<SandboxSwitches>;
}

function fits(choices: SwitchChoices, value: unknown): boolean {
  if (choices === 'text') return typeof value === 'string';
  if (choices === 'offset') return Number.isFinite(value);
  if (choices === 'duration') return Number.isFinite(value) && Number(value) >= 0;
  return (choices as readonly unknown[]).includes(value);
}

const describeChoices = (choices: SwitchChoices): string =>
  typeof choices === 'string'
    ? { text: 'a text', offset: 'a number of ms', duration: 'a number of ms, not negative' }[choices]
    : choices.join(', ');
