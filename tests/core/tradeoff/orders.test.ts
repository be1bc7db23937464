// Orders of networks: Kendall, Pearson and Spearman against values worked out by hand or published.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pearson, spearman } from '../../../src/lib/core/tradeoff/correlation.ts';
import { changedPairs, kendallTauB, surprises } from '../../../src/lib/core/tradeoff/kendall.ts';
import { midranks } from '../../../src/lib/core/tradeoff/ranks.ts';

const items = (a: readonly number[], b: readonly number[]) =>
  a.map((value, i) => ({ id: 'abcdefghij'[i] as string, a: value, b: b[i] as number }));
const pair = fc.record({ a: fc.integer({ min: 0, max: 9 }), b: fc.integer({ min: 0, max: 9 }) });
const anyItems = fc
  .array(pair, { minLength: 2, maxLength: 20 })
  .map((list) => list.map((one, i) => ({ id: String(i), ...one })));

describe('ranks', () => {
  test('are shared by equal values', () => {
    expect([...midranks([30, 10, 20, 10])]).toEqual([4, 1.5, 3, 1.5]);
    expect([...midranks([])]).toEqual([]);
  });
});

describe("Kendall's tau", () => {
  test('is 1 for equal orders and −1 for opposite ones', () => {
    expect(kendallTauB(items([1, 2, 3, 4], [10, 20, 30, 40]))).toBe(1);
    expect(kendallTauB(items([1, 2, 3, 4], [4, 3, 2, 1]))).toBe(-1);
  });

  test('counts pairs: 8 of 10 in order, 2 not', () => {
    expect(kendallTauB(items([1, 2, 3, 4, 5], [2, 1, 3, 5, 4]))).toBeCloseTo(0.6, 12);
  });

  test('takes ties out on both sides', () => {
    // scipy.stats.kendalltau([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]) of its documentation
    expect(kendallTauB(items([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]))).toBeCloseTo(-0.47140452079103173, 12);
  });

  test('says nothing where one order is no order', () => {
    expect(kendallTauB(items([1, 1], [1, 2]))).toBeNaN();
    expect(kendallTauB([])).toBeNaN();
  });
});

describe('pairs that changed places', () => {
  test('name who was lower before and who is now', () => {
    expect(changedPairs(items([1, 2, 3], [5, 9, 7]))).toEqual([{ lowerByA: 'b', lowerByB: 'c' }]);
  });

  test('leave ties out', () => {
    expect(changedPairs(items([1, 1, 2], [3, 1, 3]))).toEqual([]);
  });

  test('are all there is between tau and 1 where nothing ties', () => {
    const orders = fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 15 });
    fc.assert(
      fc.property(orders, (a) => {
        const b = [...a].sort((x, y) => Math.sin(x) - Math.sin(y)).map((_, i) => i);
        const list = a.map((value, i) => ({ id: String(value), a: value, b: b[i] as number }));
        const total = (a.length * (a.length - 1)) / 2;
        expect(1 - (2 * changedPairs(list).length) / total).toBeCloseTo(kendallTauB(list), 9);
      }),
    );
  });
});

describe('surprises', () => {
  test('are the networks that moved, furthest first', () => {
    expect(surprises(items([1, 2, 3, 4], [40, 10, 20, 30]))).toEqual([
      { id: 'a', rankA: 1, rankB: 4, moved: 3 },
      { id: 'b', rankA: 2, rankB: 1, moved: -1 },
      { id: 'c', rankA: 3, rankB: 2, moved: -1 },
      { id: 'd', rankA: 4, rankB: 3, moved: -1 },
    ]);
  });

  test('cancel out', () => {
    fc.assert(
      fc.property(anyItems, (list) => {
        expect(surprises(list).reduce((sum, { moved }) => sum + moved, 0)).toBeCloseTo(0, 9);
      }),
    );
  });
});

describe('correlation', () => {
  test("is Anscombe's 0.816 for his first two sets, whose ranks differ", () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const first = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    const second = [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74];
    expect(pearson(x, first)).toBeCloseTo(0.81642, 5);
    expect(pearson(x, second)).toBeCloseTo(0.81624, 5);
    expect(spearman(x, first)).toBeCloseTo(0.81818, 5);
    expect(spearman(x, second)).toBeCloseTo(0.69091, 5);
  });

  test('of ranks is 1 for any rising curve', () => {
    expect(spearman([1, 2, 3, 4], [1, 10, 100, 1000])).toBe(1);
    expect(pearson([1, 2, 3, 4], [1, 10, 100, 1000])).toBeLessThan(0.9);
  });

  test('stays within −1 and 1, and says nothing of a constant', () => {
    fc.assert(
      fc.property(anyItems, (list) => {
        const r = pearson(
          list.map(({ a }) => a),
          list.map(({ b }) => b),
        );
        expect(Number.isNaN(r) || Math.abs(r) <= 1).toBe(true);
      }),
    );
    expect(pearson([1, 1, 1], [1, 2, 3])).toBeNaN();
    expect(pearson([1], [1])).toBeNaN();
  });
});
