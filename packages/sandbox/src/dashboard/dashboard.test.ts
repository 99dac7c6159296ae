// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import { buildSandbox } from '../create-sandbox.ts';
import { takeDashboardState } from '../pages/dashboard-state.ts';
import { startDashboard } from './dashboard.ts';
import type { DashboardState } from './state.ts';

const html = readFileSync(join(import.meta.dirname, '../../assets/dashboard/index.html'), 'utf8');

let show: (state: DashboardState) => void = () => undefined;
let lost: () => void = () => undefined;
let warn: (text: string) => void = () => undefined;
const sent: [string, unknown][] = [];
let refusal = '';

function part<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector);
  if (found === null) throw new Error(`No ${selector}`);
  return found;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  document.body.innerHTML = /<body>(.*)<\/body>/s.exec(html)?.[1] ?? '';
  sent.length = 0;
  refusal = '';
  startDashboard({
    listen(onState, onLost, onProblem) {
      show = onState;
      lost = onLost;
      warn = onProblem;
    },
    async send(action, body) {
      sent.push([action, body]);
      return refusal;
    },
  });
});

const parts = (): ReturnType<typeof buildSandbox> => buildSandbox({ clock: createVirtualClock() });
const stateOf = ({ sandbox, server }: ReturnType<typeof buildSandbox>): DashboardState => takeDashboardState(sandbox, server);

test('an empty sandbox says what is not there yet', () => {
  show(stateOf(parts()));
  expect(part('#sessions').textContent).toContain('No session yet');
  expect(part('#figures').textContent).toContain('10000');
  expect(document.querySelectorAll('#switches label')).toHaveLength(26);
});

test('sessions, tasks, charges and requests are listed, and markup in them stays text', async () => {
  const evil = '<img src=x onerror=alert(1)>';
  const made = parts();
  const { sandbox } = made;
  const post = (path: string, body: object): Promise<Response> =>
    sandbox.fetch(sandbox.baseUrl + path, {
      method: 'POST',
      headers: { authorization: 'Bearer sandbox-key', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  sandbox.switches.foreignClip = 'accepted';
  sandbox.faults.add({ operation: 'customModel.create', kind: 'fail-task', failReason: evil });
  const { sessionId } = (await (await post('/suno/v2/customModel/prepare', {})).json()) as { sessionId: string };
  await post('/suno/v2/customModel/upload', { sessionId, audioUrl: 'https://example.com/song.mp3' });
  await post('/suno/v2/customModel/create', { sessionId, clipIds: Array(6).fill(evil), name: evil });
  await post('/suno/v2/generate', { task: 'create', model: 'chirp-v50' });
  await post(`/suno/v2/${evil}`, {});
  sandbox.faults.add({ kind: 'html', body: evil });
  show(stateOf(made));
  expect(part('#sessions').textContent).toContain(evil);
  expect(part('#sessions').textContent).toContain('https://example.com/song.mp3');
  expect(part('#tasks').textContent).toContain('generate');
  expect(part('#charges').textContent).toContain('100');
  expect(part('#calls').textContent).toContain('/suno/v2/customModel/create');
  expect(part('#faults').textContent).toContain(evil);
  expect(document.querySelectorAll('main img')).toHaveLength(0);
});

test('a switch sends its new value, in its own type, and follows the sandbox', () => {
  const made = parts();
  show(stateOf(made));
  const set = (name: string, value: string): void => {
    const control = part<HTMLInputElement>(`#switches [name=${name}]`);
    control.value = value;
    control.dispatchEvent(new Event('change'));
  };
  set('ledger', '"lagging"');
  set('refundOnFailure', 'true');
  set('ledgerLagMs', '5');
  set('extraStatus', 'moderating');
  expect(sent).toEqual([
    ['switches', { ledger: 'lagging' }],
    ['switches', { refundOnFailure: true }],
    ['switches', { ledgerLagMs: 5 }],
    ['switches', { extraStatus: 'moderating' }],
  ]);
  made.sandbox.switches.ledger = 'absent';
  show(stateOf(made));
  expect(part<HTMLSelectElement>('#switches [name=ledger]').value).toBe('"absent"');
});

test('a fault is sent as a rule, without the fields that were left empty', () => {
  show(stateOf(parts()));
  const form = part<HTMLFormElement>('#fault-form');
  const field = (name: string): HTMLInputElement => part<HTMLInputElement>(`#fault-form [name=${name}]`);
  field('kind').value = 'status';
  field('operation').value = 'customModel.create';
  field('when').value = 'after';
  field('times').value = '0';
  field('status').value = '503';
  form.dispatchEvent(new Event('submit', { cancelable: true }));
  expect(sent).toEqual([['faults', { kind: 'status', operation: 'customModel.create', when: 'after', times: 1e6, status: 503 }]]);
});

test('what the sandbox refuses is shown, and what works takes the notice away', async () => {
  show(stateOf(parts()));
  refusal = 'no such switch';
  part<HTMLButtonElement>('#reset').click();
  await nextTurn();
  expect([part('#notice').hidden, part('#notice').textContent]).toEqual([false, 'no such switch']);
  refusal = '';
  part<HTMLButtonElement>('#clear-faults').click();
  await nextTurn();
  expect(part('#notice').hidden).toBe(true);
  part<HTMLFormElement>('#set-credits').dispatchEvent(new Event('submit', { cancelable: true }));
  expect(sent.map(([action]) => action)).toEqual(['reset', 'faults/clear', 'credits']);
});

test('a fault that never runs out says so', () => {
  const made = parts();
  made.sandbox.faults.add({ kind: 'hang', operation: 'generate', times: Number.POSITIVE_INFINITY, match: () => true });
  show(JSON.parse(JSON.stringify(stateOf(made))) as DashboardState);
  expect(part('#faults').textContent).toBe('hang before generate acts, hit 0 of all');
});

test('a problem shows until the next state; what the sandbox refused stays', async () => {
  warn('the state cannot be shown');
  expect([part('#notice').hidden, part('#notice').textContent]).toEqual([false, 'the state cannot be shown']);
  show(stateOf(parts()));
  expect(part('#notice').hidden).toBe(true);
  warn('the state cannot be shown');
  refusal = 'no such switch';
  part<HTMLButtonElement>('#reset').click();
  await nextTurn();
  show(stateOf(parts()));
  expect([part('#notice').hidden, part('#notice').textContent]).toEqual([false, 'no such switch']);
});

test('a lost connection shows until the next state', () => {
  lost();
  expect(document.body.classList.contains('lost')).toBe(true);
  show(stateOf(parts()));
  expect(document.body.classList.contains('lost')).toBe(false);
});

test('the state holds the latest first, and not more than is shown', async () => {
  const made = parts();
  for (let n = 0; n < 130; n++)
    await made.sandbox.fetch(`${made.sandbox.baseUrl}/suno/v2/customModel/prepare`, {
      method: 'POST',
      headers: { authorization: 'Bearer sandbox-key' },
    });
  const state = stateOf(made);
  expect([state.sessions.length, state.calls.length, state.calls[0]?.index, state.callCount, state.sessionCount]).toEqual([
    20, 100, 130, 130, 130,
  ]);
});
