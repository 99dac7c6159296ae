import type { ServerResponse } from 'node:http';
import type { Sandbox } from '../../sandbox.ts';
import type { Server } from '../../serve/dispatch.ts';
import { pageHeaders } from './asset.ts';
import { takeDashboardState } from './dashboard-state.ts';

const quickMs = 100;
const slowMs = 1_000;

/** Sends the dashboard's state as server-sent events: at once, soon after each call, and every second while something changes. */
export function streamState(response: ServerResponse, sandbox: Sandbox, server: Server): void {
  response.writeHead(200, { ...pageHeaders, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
  let last = '';
  let soon: ReturnType<typeof setTimeout> | undefined;
  const send = (): void => {
    soon = undefined;
    const { now, ...state } = takeDashboardState(sandbox, server);
    const text = JSON.stringify(state);
    if (text === last) return;
    last = text;
    response.write(`data: ${JSON.stringify({ now, ...state })}\n\n`);
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
