// The heap gives out blocks that do not overlap, and has all of them back in the end.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Heap } from '../../../src/lib/engines/adapters/simd/heap.ts';

const START = 4096;
const newHeap = (maximum?: number) =>
  new Heap({
    memory: new WebAssembly.Memory({ initial: 1, ...(maximum === undefined ? {} : { maximum }) }),
    start: START,
    device: 'simd',
  });

test('blocks never overlap, begin at whole cache lines, and what is given back is used again', () => {
  const act = fc.oneof(
    fc.record({ allocate: fc.integer({ min: 0, max: 200_000 }) }),
    fc.record({ release: fc.nat(20) }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const heap = newHeap();
      const blocks: { start: number; end: number }[] = [];
      for (const each of acts)
        if ('allocate' in each) {
          const start = heap.allocate(each.allocate);
          const end = start + each.allocate;
          expect(start % 64).toBe(0);
          expect(start).toBeGreaterThanOrEqual(START);
          expect(end).toBeLessThanOrEqual(heap.memory.buffer.byteLength);
          expect(blocks.filter((other) => start < other.end && other.start < end)).toEqual([]);
          blocks.push({ start, end });
        } else {
          const [block] = blocks.splice(each.release % Math.max(blocks.length, 1), 1);
          if (block) heap.release(block.start);
        }
      for (const { start } of blocks) heap.release(start);
      expect(heap.blocks).toBe(0);
      expect(heap.bytes).toBe(0);
      expect(heap.allocate(100)).toBe(START);
    }),
  );
});

test('a memory that may not grow further is a clear error, and nothing is lost', () => {
  const heap = newHeap(2);
  const block = heap.allocate(100_000);
  expect(() => heap.allocate(100_000)).toThrow(expect.objectContaining({ code: 'outOfMemory' }));
  heap.release(block);
  expect(heap.allocate(100_000)).toBe(block);
});
