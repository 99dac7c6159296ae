const host = globalThis as {
  setImmediate?: (run: () => void) => unknown;
  process?: { getActiveResourcesInfo?: () => string[] };
};

/** Lets everything run that is ready to run: all microtasks, and what the event loop has at hand. */
export function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    if (host.setImmediate !== undefined) {
      host.setImmediate(() => resolve());
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Whether file, name or crypto requests are under way in this process, as far as the platform tells (Node does). */
export function requestsUnderWay(): boolean {
  const kinds = host.process?.getActiveResourcesInfo?.() ?? [];
  return kinds.some((kind) => /req|connect/i.test(kind));
}
