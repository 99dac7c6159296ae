/** Hands events to any number of listeners. Each of them has a queue of its own, so that a slow one delays no other. */
export interface EventStream<T> {
  /** Whether nobody listens, so that work for listeners can be left out. */
  readonly idle: boolean;
  push(event: T): void;
  /** Ends the stream of every listener once it has read its queue. */
  close(): void;
  /** The stream of a new listener, which begins with the events of `present()`. */
  listen(present: () => T[]): AsyncIterable<T>;
}

interface Listener<T> {
  queue: T[];
  wake: () => void;
}

export function createEventStream<T>(): EventStream<T> {
  const listeners = new Set<Listener<T>>();
  let closed = false;

  async function* read(present: () => T[]): AsyncGenerator<T> {
    const listener: Listener<T> = { queue: present(), wake: () => {} };
    listeners.add(listener);
    try {
      for (;;) {
        const event = listener.queue.shift();
        if (event !== undefined) yield event;
        else if (closed) return;
        else
          await new Promise<void>((resolve) => {
            listener.wake = resolve;
          });
      }
    } finally {
      listeners.delete(listener);
    }
  }

  const wakeAll = (): void => {
    for (const listener of listeners) listener.wake();
  };
  return {
    get idle() {
      return listeners.size === 0;
    },
    push(event) {
      for (const listener of listeners) listener.queue.push(event);
      wakeAll();
    },
    close() {
      closed = true;
      wakeAll();
    },
    listen: (present) => ({ [Symbol.asyncIterator]: () => read(present) }),
  };
}
