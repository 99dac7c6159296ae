import type { FaultKind, Sandbox } from '@mountsea-suno/sandbox';

const OPERATIONS = ['customModel.prepare', 'customModel.upload', 'customModel.create', 'tasks.get', 'usage.searchPoints'];
const FAULTS: readonly FaultKind[] = [
  'status',
  'reset',
  'hang',
  'truncate',
  'html',
  'empty',
  'garbage',
  'delay',
  'duplicate',
  'refused',
];
const STATUSES = [408, 429, 500, 502, 503, 504, 400, 402, 403, 409];
/** A 429 may be said by a gateway that sent the request again by itself, after the API had accepted it. */
const SAYS_NO = [400, 402, 403];

/** Faults of all kinds on all calls of a training, as a seed draws them. */
export function addFaults(sandbox: Sandbox, random: () => number): void {
  const operations = Array.from({ length: Math.floor(random() * 6) }, () => OPERATIONS[Math.floor(random() * OPERATIONS.length)]);
  if (random() < 0.7) operations.push('customModel.create');
  for (const operation of operations) {
    const isCreate = operation === 'customModel.create';
    const kind = FAULTS[Math.floor(random() * FAULTS.length)] ?? 'reset';
    // A request for a create that arrives twice is two creates: nobody but the network can be blamed for that.
    if (kind === 'duplicate' && isCreate) continue;
    const status = STATUSES[Math.floor(random() * (isCreate ? STATUSES.length : 6))] ?? 500;
    // What says "not accepted" is not said once it was.
    const acted = kind === 'truncate' || (random() < 0.6 && !(kind === 'status' && SAYS_NO.includes(status)));
    sandbox.faults.add({
      ...(operation !== undefined && { operation }),
      kind,
      when: acted ? 'after' : 'before',
      ...(kind === 'status' && { status }),
      probability: isCreate ? 1 : 0.1 + 0.6 * random(),
      times: 1 + Math.floor(random() * (isCreate ? 2 : 8)),
      skip: isCreate ? 0 : Math.floor(random() * 4),
      delayMs: 25_000 * random(),
    });
  }
  if (random() < 0.2)
    sandbox.faults.add({ operation: 'customModel.create', kind: 'fail-task', failReason: 'Invalid parameters' });
  if (random() < 0.2)
    sandbox.faults.add({ operation: 'customModel.upload', kind: 'fail-task', failReason: 'Try again', times: 2 });
  if (random() < 0.3) {
    const from = Date.UTC(2026, 0, 1) + 100_000 * random();
    sandbox.faults.add({ kind: 'reset', times: Number.POSITIVE_INFINITY, from, until: from + 180_000 * random() });
  }
}
