import { createSandbox, createVirtualClock, type FaultRule } from '@mountsea-suno/sandbox';
import { expect, it } from 'vitest';
import { askServer } from '../support/oracle.ts';
import { describe as describeEnd } from '../support/run-cell.ts';
import { runLife } from '../support/run-training.ts';

const OUTAGE_MS = 190_000;

const outages: Record<string, FaultRule> = {
  'a 500': { kind: 'status', status: 500 },
  'a proxy page with 502': { kind: 'html', status: 502 },
  'a 503 with Retry-After': { kind: 'status', status: 503, headers: { 'retry-after': '7' } },
  'a 429 with Retry-After': { kind: 'status', status: 429, headers: { 'retry-after': '7' } },
  'a reset': { kind: 'reset' },
  'a refused connection': { kind: 'refused' },
  'HTML with 200': { kind: 'html', status: 200 },
  'half a body': { kind: 'truncate', when: 'after' },
  'an empty body': { kind: 'empty' },
  garbage: { kind: 'garbage' },
  'no answer': { kind: 'hang' },
};

it.each(Object.keys(outages))('survives three minutes in which every call ends in %s, once there is a session', async (name) => {
  for (const afterMs of [1, 2000, 10_000, 40_000, 100_000]) {
    const clock = createVirtualClock();
    const sandbox = createSandbox({ clock, keepCalls: 1 });
    const from = clock.now() + afterMs;
    sandbox.faults.add({ kind: 'reset', ...outages[name], times: Number.POSITIVE_INFINITY, from, until: from + OUTAGE_MS });
    const { end } = await clock.run(runLife({ sandbox, clock, disk: { texts: new Map() }, random: () => 0.5 }));
    expect({ afterMs, end: describeEnd(end) }).toEqual({ afterMs, end: 'done' });
    expect(askServer(sandbox).charges).toBe(1);
  }
});

it.each(Object.keys(outages))('says soon that it cannot begin, where prepare ends in %s, and can be resumed', async (name) => {
  const clock = createVirtualClock();
  const sandbox = createSandbox({ clock, keepCalls: 1 });
  const began = clock.now();
  sandbox.faults.add({ kind: 'reset', ...outages[name], times: Number.POSITIVE_INFINITY });
  const disk = { texts: new Map<string, string>() };
  const { end } = await clock.run(runLife({ sandbox, clock, disk, random: () => 0.5 }));
  expect(end).toMatchObject({ type: 'error', error: { retryable: true, resumeId: [...disk.texts.keys()][0] } });
  // Where nobody answers, one call of the client takes its two minutes.
  expect(clock.now() - began).toBeLessThan(name === 'no answer' ? 121_000 : 60_000);
  expect(clock.now() - began).toBeGreaterThanOrEqual(30_000);
  sandbox.faults.clear();
  const resumed = await clock.run(runLife({ sandbox, clock, disk, random: () => 0.5 }));
  expect(describeEnd(resumed.end)).toBe('done');
});

it('survives a 404 for a task that was just accepted', async () => {
  const clock = createVirtualClock();
  const sandbox = createSandbox({ clock, keepCalls: 1 });
  sandbox.faults.add({ operation: 'tasks.get', kind: 'status', status: 404, times: 20 });
  const { end } = await clock.run(runLife({ sandbox, clock, disk: { texts: new Map() }, random: () => 0.5 }));
  expect(describeEnd(end)).toBe('done');
});

it('gives up on an outage without end, in a way that can be resumed', async () => {
  const clock = createVirtualClock();
  const sandbox = createSandbox({ clock, keepCalls: 1 });
  const stop = sandbox.faults.add({ kind: 'reset', times: Number.POSITIVE_INFINITY, from: clock.now() + 60_000 });
  const disk = { texts: new Map<string, string>() };
  const { end } = await clock.run(runLife({ sandbox, clock, disk, random: () => 0.5 }));
  expect(end).toMatchObject({ type: 'error', code: 'connection_failed', error: { resumeId: [...disk.texts.keys()][0] } });
  stop();
  const resumed = await clock.run(runLife({ sandbox, clock, disk, random: () => 0.5 }));
  expect(describeEnd(resumed.end)).toBe('done');
  expect(askServer(sandbox).charges).toBe(1);
});
