import type { Child } from './element.ts';
import type { DashboardState } from './state.ts';
import { createFaultForm, createSwitches } from './view-controls.ts';
import { viewCalls, viewCharges, viewFaults, viewFigures, viewSessions, viewTasks } from './view-lists.ts';

/** What the dashboard is connected to. */
export interface DashboardLink {
  /** Calls `show` with each new state, `lost` when the sandbox is gone for now, and `warn` when it cannot show its state. */
  listen(show: (state: DashboardState) => void, lost: () => void, warn: (text: string) => void): void;
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
  const notify = (text: string): void => {
    notice.textContent = text;
    notice.hidden = text === '';
  };
  let problem = '';
  const warn = (text: string): void => {
    problem = text;
    notify(text);
  };
  const send = async (action: string, body: unknown): Promise<void> => notify(await link.send(action, body));
  const showSwitches = createSwitches(place('switches', HTMLElement), (name, value) => void send('switches', { [name]: value }));
  const showFaultForm = createFaultForm(place('fault-form', HTMLFormElement), (rule) => void send('faults', rule));
  place('clear-faults', HTMLButtonElement).addEventListener('click', () => void send('faults/clear', {}));
  place('reset', HTMLButtonElement).addEventListener('click', () => void send('reset', {}));
  place('set-credits', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void send('credits', { balance: place('balance', HTMLInputElement).valueAsNumber });
  });

  link.listen(
    (state) => {
      document.body.classList.remove('lost');
      if (problem !== '' && notice.textContent === problem) notify(''); // The problem is over; any other notice stays.
      problem = '';
      for (const [id, view] of Object.entries(lists))
        place(id, HTMLElement).replaceChildren(
          ...view(state).map((child) => (typeof child === 'number' ? String(child) : child)),
        );
      showSwitches(state);
      showFaultForm(state);
    },
    () => document.body.classList.add('lost'),
    warn,
  );
}
