import { startDashboard } from './dashboard.ts';
import type { DashboardState } from './state.ts';

startDashboard({
  listen(show, lost) {
    const events = new EventSource('/dashboard/events'); // reconnects by itself
    events.addEventListener('message', (event) => show(JSON.parse(String(event.data)) as DashboardState));
    events.addEventListener('error', lost);
  },
  async send(action, body) {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`/dashboard/${action}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = (await response.json()) as { message?: string };
    return response.ok ? '' : (answer.message ?? `HTTP ${response.status}`);
  },
});
