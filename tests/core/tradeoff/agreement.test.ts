// Agreement of two runs of a field.
import { expect, test } from 'vitest';
import { agreement } from '../../../src/lib/core/tradeoff/agreement.ts';

const estimated = (key: string, lowMs: number, medianMs: number, highMs: number) => ({
  key,
  lowMs,
  medianMs,
  highMs,
});

test('intervals that touch overlap, others are reported, and so are networks of one run only', () => {
  const first = [estimated('a', 9, 10, 11), estimated('b', 19, 20, 21), estimated('c', 1, 2, 3)];
  const second = [estimated('b', 22, 24, 25), estimated('a', 11, 12, 13), estimated('d', 1, 2, 3)];
  const { compared, disagreeing, missing } = agreement(first, second);
  expect(compared.map(({ key, overlap, ratio }) => [key, overlap, ratio])).toEqual([['a', true, 1.2], ['b', false, 1.2]]); // prettier-ignore
  expect(disagreeing).toEqual([{ key: 'b', first: first[1], second: second[0], overlap: false, ratio: 1.2 }]);
  expect(missing).toEqual(['c', 'd']);
});
