// Arithmetic of the gates that a lesson shows.
import { expect, test } from 'vitest';
import { change, rangeOf } from '../../../src/lib/views/lesson/gateProfile.ts';

const BEFORE = Float32Array.of(0.5, 0.25, 1);
const NOW = Float32Array.of(0.5, 0.75, 0.875);

test('the range is of all lists together; one that is missing counts for nothing', () => {
  expect(rangeOf(BEFORE, NOW)).toEqual([0.25, 1]);
  expect(rangeOf(NOW, undefined)).toEqual([0.5, 0.875]);
});

test('how far gates moved does not depend on the direction', () => {
  expect(change(BEFORE, NOW)).toEqual({ mean: (0.5 + 0.125) / 3, largest: 0.5 });
  expect(change(NOW, BEFORE)).toEqual(change(BEFORE, NOW));
});
