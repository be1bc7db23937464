// Timing statistics: order statistics against their definitions.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isPrecise,
  medianInterval,
  quantile,
  sorted,
  summarize,
} from '../../../src/lib/core/tradeoff/timing.ts';

const times = fc.array(fc.double({ min: 0.01, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 400 });

describe('quantile', () => {
  test('interpolates between order statistics', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3, 4, 5], 0.9)).toBeCloseTo(4.6, 12);
    expect(quantile([7], 0.9)).toBe(7);
  });

  test('of nothing is not a number', () => {
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('the interval of the median', () => {
  // Ranks from tables of the sign test, for example Conover 1999, table A3.
  test.each([
    [6, 1, 6],
    [10, 2, 9],
    [15, 4, 12],
    [20, 6, 15],
    [25, 8, 18],
    [50, 18, 33],
    [100, 40, 61],
  ])('of %i samples reaches from the %ith to the %ith', (n, low, high) => {
    const ranks = Array.from({ length: n }, (_, i) => i + 1);
    const interval = medianInterval(ranks);
    expect(interval).toMatchObject({ low, high });
    expect(interval.coverage).toBeGreaterThanOrEqual(0.95);
  });

  test('of five samples or fewer covers less than 95 % and says so', () => {
    expect(medianInterval([1, 2, 3, 4, 5])).toEqual({ low: 1, high: 5, coverage: 0.9375 });
    expect(medianInterval([3]).coverage).toBe(0);
  });

  test('stays exact for samples so many that 2⁻ⁿ is no number any more', () => {
    const { low, high, coverage } = medianInterval(Array.from({ length: 5001 }, (_, i) => i));
    expect(coverage).toBeGreaterThanOrEqual(0.95);
    expect(coverage).toBeLessThan(0.96);
    expect(high - low).toBeCloseTo(1.96 * Math.sqrt(5001), -1);
  });

  test('always contains the median, whatever the samples', () => {
    fc.assert(
      fc.property(times, (samples) => {
        const { medianMs, p90Ms, interval } = summarize(samples);
        expect(interval.low).toBeLessThanOrEqual(medianMs);
        expect(interval.high).toBeGreaterThanOrEqual(medianMs);
        expect(p90Ms).toBeGreaterThanOrEqual(medianMs);
      }),
    );
  });

  test('covers the true median about as often as it claims', () => {
    let state = 12345;
    const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
    const hits = Array.from({ length: 2000 }, () => {
      const { low, high } = medianInterval(sorted(Array.from({ length: 21 }, () => random() ** 3)));
      return low <= 0.125 && 0.125 <= high;
    });
    expect(hits.filter(Boolean).length / hits.length).toBeGreaterThan(0.945);
  });
});

describe('the stop rule', () => {
  test('wants 95 % within the precision on both sides', () => {
    const steady = Array.from({ length: 30 }, (_, i) => 10 + 0.001 * i);
    expect(isPrecise(summarize(steady), 0.03)).toBe(true);
    expect(isPrecise(summarize(steady.map((ms, i) => (i % 3 ? ms : 2 * ms))), 0.03)).toBe(false);
  });

  test('never trusts five samples, however equal', () => {
    expect(isPrecise(summarize([5, 5, 5, 5, 5]), 0.03)).toBe(false);
  });
});
