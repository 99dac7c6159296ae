import { createClient } from '@mountsea-suno/client';
import { createSandbox, createVirtualClock, type FaultRule } from '@mountsea-suno/sandbox';
import { startTraining } from '@mountsea-suno/workflow';
import type { Charges } from './charges.ts';
import type { Survival } from './survival.ts';

type Rule = Omit<FaultRule, 'operation' | 'when'>;

const creates: Record<string, Rule> = {
  'reset once': { kind: 'reset' },
  'reset every time': { kind: 'reset', times: Number.POSITIVE_INFINITY },
  '500': { kind: 'status', status: 500 },
  '502 with HTML': { kind: 'html', status: 502 },
  '503 + Retry-After': { kind: 'status', status: 503, headers: { 'retry-after': '1' } },
  '504': { kind: 'status', status: 504 },
  'client timeout, late response': { kind: 'hang' },
  '201 with half a JSON': { kind: 'truncate' },
};

const pollFaults: Record<string, Rule> = {
  '500': { kind: 'status', status: 500 },
  '502 with HTML': { kind: 'html', status: 502 },
  '503 + Retry-After': { kind: 'status', status: 503, headers: { 'retry-after': '1' } },
  '429 + Retry-After': { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
  reset: { kind: 'reset' },
  '200 with HTML': { kind: 'html', status: 200 },
  '200 with half a JSON': { kind: 'truncate' },
  '404': { kind: 'status', status: 404 },
};

/** The same faults met by a whole training of `@mountsea-suno/workflow`, on a sandbox in virtual time. */
export async function measureTraining(): Promise<{ charges: Charges[]; survival: Survival[] }> {
  const charges: Charges[] = [];
  for (const [scenario, rule] of Object.entries(creates)) {
    const { charged, ended } = await train({ ...rule, operation: 'customModel.create', when: 'after' });
    charges.push({ scenario, accepted: charged, reported: ended });
  }
  const survival: Survival[] = [];
  for (const [fault, rule] of Object.entries(pollFaults)) {
    // After the polls of the uploads, in the middle of those of the training.
    const { ended } = await train({ ...rule, operation: 'tasks.get', skip: 12 });
    survival.push({ fault, survived: ended === 'done' });
  }
  return { charges, survival };
}

async function train(rule: FaultRule): Promise<{ charged: number; ended: string }> {
  const clock = createVirtualClock();
  const sandbox = createSandbox({ clock });
  sandbox.faults.add(rule);
  const { fetch, apiKey, baseUrl } = sandbox;
  const client = createClient({ fetch, apiKey, baseUrl, usageBaseUrl: baseUrl, clock });
  const audioUrls = Array.from({ length: 6 }, (_, index) => `https://example.com/${index}.mp3`);
  const training = startTraining({ client, name: 'v6Pro', audioUrls, clock });
  const ended = await clock.run(
    training
      .then((it) => it.result())
      .then(
        () => 'done',
        (error: { code?: string }) => error.code ?? 'not said',
      ),
  );
  return { charged: sandbox.credits.charges.filter(({ apiPath }) => apiPath.endsWith('/customModel/create')).length, ended };
}
