import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHeap } from './heap.ts';

test('what goes in comes out by time, then by order of entry', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (times) => {
      const heap = createHeap<number>();
      for (const [index, at] of times.entries()) heap.push(at, index);
      const out: number[] = [];
      while (heap.size > 0) {
        expect(heap.peek()).toBe(times[heap.first() ?? -1]);
        out.push(heap.pop() ?? -1);
      }
      const sorted = times.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at || a.index - b.index);
      expect(out).toEqual(sorted.map(({ index }) => index));
      expect(heap.pop()).toBeUndefined();
    }),
  );
});
