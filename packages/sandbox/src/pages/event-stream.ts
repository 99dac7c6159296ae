import type { ServerResponse } from 'node:http';
import type { Sandbox } from '../sandbox.ts';
import type { Server } from '../server/dispatch.ts';
import { pageHeaders } from './assets.ts';
import { takeDashboardState } from './dashboard-state.ts';

const quickMs = 100;
const slowMs = 1_000;

/**
 * Sends the dashboard's state as server-sent events: at once, soon after each call, and every second while something changes. If the
 * state cannot be shown, it sends an event `problem` that says why.
 */
export function streamState(response: ServerResponse, sandbox: Sandbox, server: Server): void {
  response.writeHead(200, { ...pageHeaders, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
  let last = '';
  let soon: ReturnType<typeof setTimeout> | undefined;
  const send = (): void => {
    soon = undefined;
    const { event, unchanging } = nextEvent(sandbox, server);
    if (unchanging === last) return;
    last = unchanging;
    response.write(event);
  };
  const stop = server.log.listen(() => {
    soon ??= setTimeout(send, quickMs);
  });
  const timer = setInterval(send, slowMs);
  response.on('close', () => {
    stop();
    clearTimeout(soon);
    clearInterval(timer);
  });
  send();
}

/** The event for this moment, and the part of it that stays the same until something changes: all but the time. */
function nextEvent(sandbox: Sandbox, server: Server): { event: string; unchanging: string } {
  try {
    const { now, ...state } = takeDashboardState(sandbox, server);
    return { event: `data: ${JSON.stringify({ now, ...state })}\n\n`, unchanging: JSON.stringify(state) };
  } catch (error) {
    const event = `event: problem\ndata: ${JSON.stringify(error instanceof Error ? error.message : String(error))}\n\n`;
    return { event, unchanging: event };
  }
}
