// Histogram bins: nothing is lost, edges touch.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histogram } from '../../../src/lib/core/tradeoff/histogram.ts';

test('every value is in exactly one bin, and bins touch', () => {
  const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(values, (samples) => {
      const bins = histogram(samples);
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(samples.length);
      expect(bins[0]?.from).toBe(Math.min(...samples));
      expect(bins.at(-1)?.to).toBe(Math.max(...samples));
      bins.slice(1).forEach(({ from }, i) => expect(from).toBe(bins[i]?.to));
    }),
  );
});

test('equal values make one bin, no values none', () => {
  expect(histogram([3, 3, 3])).toEqual([{ from: 3, to: 3, count: 3 }]);
  expect(histogram([])).toEqual([]);
});
