/** Calls a hook. What it throws, or rejects with, is the hook's own affair: a paid call must not be lost over it. */
export function tell<Event>(hook: ((event: Event) => unknown) | undefined, event: Event): void {
  if (!hook) return;
  try {
    const result = hook(event);
    if (result instanceof Promise) result.catch(() => {});
  } catch {}
}
