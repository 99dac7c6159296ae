import type { Child } from './element.ts';
import type { DashboardState } from './state.ts';
import { createFaultForm } from './view-fault-form.ts';
import { viewCalls, viewCharges, viewFaults, viewFigures, viewSessions, viewTasks } from './view-lists.ts';
import { createSwitches } from './view-switches.ts';

/** What the dashboard is connected to. */
export interface DashboardLink {
  /** Calls `show` with each new state, and `lost` when the sandbox is gone for now. */
  listen(show: (state: DashboardState) => void, lost: () => void): void;
  /** Sends an action; gives what was wrong, or an empty text. */
  send(action: string, body: unknown): Promise<string>;
}

const lists: Readonly<Record<string, (state: DashboardState) => Child[]>> = {
  figures: viewFigures,
  sessions: viewSessions,
  tasks: viewTasks,
  charges: viewCharges,
  calls: viewCalls,
  faults: viewFaults,
};

function place<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}`);
  return found;
}

/** Fills the page and keeps it up to date. */
export function startDashboard(link: DashboardLink): void {
  const notice = place('notice', HTMLElement);
  const say = (text: string): void => {
    notice.textContent = text;
    notice.hidden = text === '';
  };
  const act = async (action: string, body: unknown): Promise<void> => say(await link.send(action, body));
  const showSwitches = createSwitches(place('switches', HTMLElement), (name, value) => void act('switches', { [name]: value }));
  const showFaultForm = createFaultForm(place('fault-form', HTMLFormElement), (rule) => void act('faults', rule));
  place('clear-faults', HTMLButtonElement).addEventListener('click', () => void act('faults/clear', {}));
  place('reset', HTMLButtonElement).addEventListener('click', () => void act('reset', {}));
  place('set-credits', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void act('credits', { balance: place('balance', HTMLInputElement).valueAsNumber });
  });

  link.listen(
    (state) => {
      document.body.classList.remove('lost');
      for (const [id, view] of Object.entries(lists))
        place(id, HTMLElement).replaceChildren(
          ...view(state).map((child) => (typeof child === 'number' ? String(child) : child)),
        );
      showSwitches(state);
      showFaultForm(state);
    },
    () => document.body.classList.add('lost'),
  );
}
