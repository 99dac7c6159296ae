/** A binary heap of things that are due at a time; equal times come out in the order in which they went in. */
export interface Heap<T> {
  readonly size: number;
  /** When the first one is due, or undefined. */
  peek(): number | undefined;
  /** The first one, left where it is. */
  first(): T | undefined;
  push(at: number, item: T): void;
  pop(): T | undefined;
  clear(): void;
}

interface Entry<T> {
  readonly at: number;
  readonly order: number;
  readonly item: T;
}

/** Makes an empty heap. */
export function createHeap<T>(): Heap<T> {
  const entries: Entry<T>[] = [];
  let order = 0;

  const before = (a: Entry<T>, b: Entry<T>): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

  function rise(entry: Entry<T>): void {
    let index = entries.length;
    entries.push(entry);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = entries[parent];
      if (above === undefined || !before(entry, above)) break;
      entries[index] = above;
      index = parent;
    }
    entries[index] = entry;
  }

  function sink(entry: Entry<T>): void {
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      let below = entries[child];
      if (below === undefined) break;
      const right = entries[child + 1];
      if (right !== undefined && before(right, below)) {
        below = right;
        child += 1;
      }
      if (!before(below, entry)) break;
      entries[index] = below;
      index = child;
    }
    entries[index] = entry;
  }

  return {
    get size(): number {
      return entries.length;
    },
    peek: () => entries[0]?.at,
    first: () => entries[0]?.item,
    push: (at, item) => rise({ at, order: order++, item }),
    pop() {
      const first = entries[0];
      const last = entries.pop();
      if (first === undefined || last === undefined) return undefined;
      if (entries.length > 0) sink(last);
      return first.item;
    },
    clear() {
      entries.length = 0;
    },
  };
}
