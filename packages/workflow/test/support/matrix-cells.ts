import type { FaultRule, ModelIdKey, SandboxSwitches } from '@mountsea-suno/sandbox';
import type { Death } from './life.ts';

/** What the server does with the create request of a cell, and whether it acted on it. */
export interface CreateFault {
  name: string;
  rule: Omit<FaultRule, 'operation'> | undefined;
  /** Whether the server accepts the create. */
  accepts: boolean;
  /** Whether the response says what became of the create, or only the server knows. */
  knownFromResponse: boolean;
  /** The code of the error in which a clear refusal ends. Another create may then be confirmed. */
  refusal?: string;
}

/** One set of circumstances. */
export interface Cell {
  switches: Partial<SandboxSwitches>;
  fault: CreateFault;
  /** The create in question follows one that failed. */
  afterFailure: boolean;
  /** In the end, a copy of the record that is older than the first create is put back, as from a backup, and resumed. */
  olderCopy: boolean;
  death: Death | undefined;
}

const lost = (name: string, rule: Omit<FaultRule, 'operation'>): CreateFault => ({
  name: `${name}, ${rule.when === 'after' ? 'the server acted' : 'the server did not act'}`,
  rule,
  accepts: rule.when === 'after',
  knownFromResponse: false,
  ...(rule.status === 409 && rule.when === 'before' && { refusal: 'conflict' }),
});

/** Every way in which the response to a create can be lost or wrong. */
export const createFaults: readonly CreateFault[] = [
  { name: 'none', rule: undefined, accepts: true, knownFromResponse: true },
  { name: 'slow', rule: { kind: 'delay', when: 'after', delayMs: 20_000 }, accepts: true, knownFromResponse: true },
  { name: 'connection refused', rule: { kind: 'refused' }, accepts: true, knownFromResponse: true },
  ...(['before', 'after'] as const).flatMap((when) => [
    ...[408, 409, 429, 500, 502, 503, 504].map((status) => lost(`answered ${status}`, { kind: 'status', status, when })),
    ...(['reset', 'html', 'empty', 'garbage', 'hang'] as const).map((kind) => lost(kind, { kind, when })),
  ]),
  ...(
    [
      [400, 'validation_failed'],
      [402, 'insufficient_credits'],
      [403, 'permission_denied'],
    ] as const
  ).map(
    ([status, refusal]): CreateFault => ({
      name: `answered ${status}`,
      rule: { kind: 'status', status },
      accepts: false,
      knownFromResponse: true,
      refusal,
    }),
  ),
  lost('truncated', { kind: 'truncate', when: 'after' }),
];

/** Used with an older copy, which does not know of the failure. In the other cells a failure comes before the create in question. */
export const trainingFails: CreateFault = {
  name: 'the training fails',
  rule: { kind: 'fail-task', failReason: 'Invalid parameters' },
  accepts: true,
  knownFromResponse: true,
};

const both = [false, true] as const;

/** Every setting of what decides whether a create can be known to have been accepted. */
export function* uncertainSwitches(): Generator<{ switches: Partial<SandboxSwitches>; afterFailure: boolean }> {
  for (const sessionStatusBeforeCreate of ['success', 'ready', 'not-found'] as const)
    for (const secondCreate of ['charges', 'free', 'refused'] as const)
      for (const late of both)
        for (const ledger of ['immediate', 'absent', 'lagging'] as const)
          for (const failure of ['none', 'fresh', 'stale'] as const)
            yield {
              switches: {
                sessionStatusBeforeCreate,
                secondCreate,
                createCommitDelayMs: late ? 30_000 : 0,
                ledger,
                ledgerLagMs: 25_000,
                staleFailedMs: failure === 'stale' ? 15_000 : 0,
              },
              afterFailure: failure !== 'none',
            };
}

const modelIdKeys: readonly ModelIdKey[] = ['id', 'model', 'modelId', 'model_id', 'external_key', 'nested', 'bare-uuid'];

/** Every place where a result can be in a response, and other things that must not matter. Each cell takes the next one. */
export const layouts: readonly Partial<SandboxSwitches>[] = (['data', 'result'] as const).flatMap((resultKey) =>
  (['object', 'array'] as const).flatMap((resultShape) =>
    (['id', 'clip_id', 'clipId'] as const).flatMap((clipIdKey) =>
      modelIdKeys.map(
        (modelIdKey, index): Partial<SandboxSwitches> => ({
          resultKey,
          resultShape,
          clipIdKey,
          modelIdKey,
          taskStatuses: index % 2 === 0 ? 'six' : 'eight',
          extraStatus: index % 3 === 0 ? 'marinating' : '',
          serverClockSkewMs: [0, 40_000, -40_000, 3_600_000, -3_600_000][index % 5] ?? 0,
          ledgerOrder: index % 2 === 0 ? 'newest-first' : 'oldest-first',
          chargeAt: index % 4 === 3 ? 'success' : 'accept',
          sessionCreatedAt: index % 3 === 1 ? 'prepare' : 'create',
        }),
      ),
    ),
  ),
);
