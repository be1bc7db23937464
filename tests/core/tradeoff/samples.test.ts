// Samples as they come in.
import { expect, test } from 'vitest';
import { roundsOf, withRuns } from '../../../src/lib/core/tradeoff/samples.ts';

test('runs are appended in order, and what was there is left as it was', () => {
  const before = { a: [1] };
  const runs = [{ id: 'b', ms: 2 }, { id: 'a', ms: 3 }, { id: 'a', ms: 4 }]; // prettier-ignore
  expect(withRuns(before, runs)).toEqual({ a: [1, 3, 4], b: [2] });
  expect(before).toEqual({ a: [1] });
});

test('a round is finished when every network has run', () => {
  expect(roundsOf({ a: [1, 2], b: [1] }, ['a', 'b'])).toBe(1);
  expect(roundsOf({ a: [1, 2] }, ['a', 'b'])).toBe(0);
  expect(roundsOf({}, [])).toBe(0);
});
