// Which of several measured values is highest, and whether that can be told.
import { expect, test } from 'vitest';
import { highestOf, type Ranged } from '../../../src/lib/core/tradeoff/highest.ts';

const ranged = (id: string, value: number, margin: number): Ranged => ({
  id,
  value,
  low: value - margin,
  high: value + margin,
});

test('the highest is found, and its rival where intervals overlap', () => {
  const [a, b, c] = [ranged('a', 1, 0.1), ranged('b', 3, 0.3), ranged('c', 2.5, 0.3)];
  expect(highestOf([a, b, c])).toEqual({ highest: b, rival: c });
  expect(highestOf([a, b])).toEqual({ highest: b, rival: undefined });
  expect(highestOf([a])).toEqual({ highest: a, rival: undefined });
  expect(highestOf([])).toBeUndefined();
});

test('exact values that are equal are rivals', () => {
  const [a, b] = [ranged('a', 2, 0), ranged('b', 2, 0)];
  expect(highestOf([a, b])?.rival).toBe(b);
});
