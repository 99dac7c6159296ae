import { element } from './element.ts';
import type { DashboardState, SwitchState } from './state.ts';

/** Sends one switch's new value. */
export type ChangeSwitch = (name: string, value: string | number | boolean) => void;

/** `sessionStatusBeforeCreate` → `session status before create`. */
const spoken = (name: string): string => name.replace(/Ms$/, ' (ms)').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

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
  if (document.activeElement === control) return; // somebody is at it
  const text = typeof choices === 'string' ? String(value) : JSON.stringify(value);
  if (control.value !== text) control.value = text;
}

/** Makes a control for each switch; the function that it gives brings them up to date. */
export function createSwitches(form: HTMLElement, change: ChangeSwitch): (state: DashboardState) => void {
  const controls = new Map<string, HTMLSelectElement | HTMLInputElement>();
  return ({ switches }) => {
    for (const state of switches) {
      let control = controls.get(state.name);
      if (control === undefined) {
        control = typeof state.choices === 'string' ? input(state, change) : select(state, state.choices, change);
        controls.set(state.name, control);
        form.append(element('label', {}, element('span', {}, spoken(state.name)), control));
      }
      show(control, state);
    }
  };
}
