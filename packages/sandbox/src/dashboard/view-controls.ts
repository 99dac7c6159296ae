import { element } from './element.ts';
import type { DashboardState, SwitchState } from './state.ts';
import { always } from './view-lists.ts';

/** Sends a new rule. */
export type AddFault = (rule: Readonly<Record<string, unknown>>) => void;

/** Fills the form for a new fault as soon as the first state is there. */
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
      number('skip', 'calls to let pass first', '0'),
      number('status', 'status', '500'),
      number('delayMs', 'delay (ms)', '1000'),
      element('button', { type: 'submit' }, 'Add fault'),
    );
    form.addEventListener('submit', submit);
  };
}

/** Sends one switch's new value. */
export type ChangeSwitch = (name: string, value: string | number | boolean) => void;

/** Makes a control for each switch; the function that it returns brings them up to date. */
export function createSwitches(form: HTMLElement, change: ChangeSwitch): (state: DashboardState) => void {
  const controls = new Map<string, HTMLSelectElement | HTMLInputElement>();
  return ({ switches }) => {
    for (const state of switches) {
      let control = controls.get(state.name);
      if (control === undefined) {
        control = typeof state.choices === 'string' ? input(state, change) : select(state, state.choices, change);
        controls.set(state.name, control);
        form.append(element('label', {}, element('span', {}, labelOf(state.name)), control));
      }
      show(control, state);
    }
  };
}

/** `sessionStatusBeforeCreate` → `session status before create`. */
const labelOf = (name: string): string => name.replace(/Ms$/, ' (ms)').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function select(state: SwitchState, choices: readonly (string | number | boolean)[], change: ChangeSwitch): HTMLSelectElement {
  const options = choices.map((choice) => element('option', { value: JSON.stringify(choice) }, String(choice)));
  const made = element('select', { name: state.name, onchange: () => change(state.name, JSON.parse(made.value)) }, ...options);
  return made;
}

function input(state: SwitchState, change: ChangeSwitch): HTMLInputElement {
  const isNumber = state.choices !== 'text';
  const made = element('input', {
    name: state.name,
    type: isNumber ? 'number' : 'text',
    onchange: () => change(state.name, isNumber ? Number(made.value) : made.value),
  });
  return made;
}

function show(control: HTMLSelectElement | HTMLInputElement, { value, choices }: SwitchState): void {
  if (document.activeElement === control) return; // Somebody is changing it.
  const text = typeof choices === 'string' ? String(value) : JSON.stringify(value);
  if (control.value !== text) control.value = text;
}
