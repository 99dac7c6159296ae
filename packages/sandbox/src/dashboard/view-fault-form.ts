import { element } from './element.ts';
import type { DashboardState } from './state.ts';
import { always } from './view-lists.ts';

/** Sends a new rule. */
export type AddFault = (rule: Readonly<Record<string, unknown>>) => void;

/** Makes the form in which a fault is set up, once there is a state to make it from. */
export function createFaultForm(form: HTMLFormElement, add: AddFault): (state: DashboardState) => void {
  let isMade = false;
  const choice = (name: string, label: string, values: readonly string[]): HTMLLabelElement =>
    element(
      'label',
      {},
      element('span', {}, label),
      element('select', { name }, ...values.map((value) => element('option', { value }, value))),
    );
  const number = (name: string, label: string, hint: string): HTMLLabelElement =>
    element('label', {}, element('span', {}, label), element('input', { name, type: 'number', min: '0', placeholder: hint }));

  function submit(event: Event): void {
    event.preventDefault();
    const rule: Record<string, unknown> = {};
    for (const [name, value] of new FormData(form)) {
      if (value === '' || value === 'any' || typeof value !== 'string') continue;
      rule[name] = /^(times|skip|status|delayMs)$/.test(name) ? Number(value) : value;
    }
    if (rule.times === 0) rule.times = always;
    add(rule);
  }

  return ({ faultKinds, operations }) => {
    if (isMade) return;
    isMade = true;
    form.append(
      choice('kind', 'what', faultKinds),
      choice('operation', 'where', ['any', ...operations]),
      choice('when', 'when', ['before', 'after']),
      number('times', 'times (0: always)', '1'),
      number('skip', 'after letting pass', '0'),
      number('status', 'status', '500'),
      number('delayMs', 'delay (ms)', '1000'),
      element('button', { type: 'submit' }, 'Add fault'),
    );
    form.addEventListener('submit', submit);
  };
}
