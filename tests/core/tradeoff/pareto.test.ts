// The Pareto front: against its definition, and ties as documented.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paretoFront, type FrontPoint } from '../../../src/lib/core/tradeoff/pareto.ts';

const beats = (p: FrontPoint, q: FrontPoint) => p.x <= q.x && p.y >= q.y && (p.x < q.x || p.y > q.y);

// few different values, so that ties are common
const point = fc.record({ x: fc.integer({ min: 0, max: 6 }), y: fc.integer({ min: 0, max: 6 }) });

describe('the front', () => {
  test('holds what no other point beats, whatever the points', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 30 }), (points) => {
        const unbeaten = points.filter((p) => !points.some((q) => beats(q, p)));
        const front = paretoFront(points);
        expect(new Set(front)).toEqual(new Set(unbeaten));
        expect(front).toHaveLength(unbeaten.length);
        expect(front.map(({ x }) => x)).toEqual(front.map(({ x }) => x).sort((a, b) => a - b));
      }),
    );
  });

  test('of equal latency keeps the most accurate, of equal accuracy the fastest', () => {
    expect(paretoFront([{ x: 1, y: 70 }, { x: 1, y: 71 }, { x: 2, y: 71 }])).toEqual([{ x: 1, y: 71 }]); // prettier-ignore
  });

  test('keeps points that are equal in both', () => {
    const twins = [{ x: 1, y: 70, name: 'a' }, { x: 1, y: 70, name: 'b' }]; // prettier-ignore
    expect(paretoFront(twins)).toEqual(twins);
  });

  test('leaves out what is not measured, and orders infinities', () => {
    const infinite = { x: -Infinity, y: 1 };
    expect(paretoFront([{ x: NaN, y: 99 }, { x: 1, y: NaN }, { x: 1, y: 2 }, infinite])).toEqual([infinite, { x: 1, y: 2 }]); // prettier-ignore
    expect(paretoFront([])).toEqual([]);
  });
});
