import { startDashboard } from './dashboard.ts';
import type { DashboardState } from './state.ts';

startDashboard({
  listen(show, lost, warn) {
    const events = new EventSource('/dashboard/events'); // reconnects by itself
    events.addEventListener('message', (event) => show(JSON.parse(String(event.data)) as DashboardState));
    events.addEventListener('problem', (event) => warn(String(JSON.parse(String(event.data)))));
    events.addEventListener('error', lost);
  },
  async send(action, body) {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`/dashboard/${action}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const result = (await response.json()) as { message?: string };
    return response.ok ? '' : (result.message ?? `HTTP ${response.status}`);
  },
});
