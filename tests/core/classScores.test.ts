// Probabilities of classes: they sum to 1 whatever the logits, and keep their order.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likeliest, probabilities } from '../../src/lib/core/classScores.ts';

test('are those of a table', () => {
  const [a, b, c] = probabilities([1, 2, 3]);
  expect([a, b, c].map((value) => value?.toFixed(6))).toEqual(['0.090031', '0.244728', '0.665241']);
  expect(probabilities([])).toHaveLength(0);
});

test('sum to 1 and grow with the logits, however large these are', () => {
  const logits = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(logits, (values) => {
      const shares = probabilities(values);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      const [first] = likeliest(values, 1);
      expect(values[first?.index ?? -1]).toBeGreaterThanOrEqual(Math.max(...values) - 1e-9);
    }),
    { seed: 3 },
  );
});

test('the likeliest come first, equal ones in the order of the classes', () => {
  expect(likeliest(Float32Array.of(0, 2, 2, 1), 3).map(({ index }) => index)).toEqual([1, 2, 3]);
});
