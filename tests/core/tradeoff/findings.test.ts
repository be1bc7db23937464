// What a field says, on fields whose answer is known.
import { describe, expect, it } from 'vitest';
import { correlationFinding, lessonFinding, orderFinding } from '../../../src/lib/core/tradeoff/findings.ts';

const measured = (...times: readonly number[]) =>
  times.map((ms, i) => ({ key: `n${i}`, ms, low: ms * 0.9, high: ms * 1.1 }));
const published = (key: string): number => 1 + Number(key.slice(1));

describe('the order', () => {
  it('agrees wholly where times rise as published', () => {
    expect(orderFinding(measured(3, 5, 9, 20), published)).toEqual({
      count: 4,
      tau: 1,
      changed: 0,
      pairs: 6,
      surprises: [],
    });
  });

  it('names who moved furthest, and how many pairs changed places', () => {
    const finding = orderFinding(measured(9, 3, 5, 7), published);
    expect(finding?.changed).toBe(3);
    expect(finding?.tau).toBe(0);
    expect(finding?.surprises[0]).toEqual({ id: 'n0', rankA: 1, rankB: 4, moved: 3 });
  });

  it('says nothing of fewer than three networks, nor of those without a published value', () => {
    expect(orderFinding(measured(1, 2), published)).toBeUndefined();
    expect(orderFinding(measured(1, 2, 3, 4), () => undefined)).toBeUndefined();
  });
});

it('a count that is proportional to time correlates fully', () => {
  const finding = correlationFinding(measured(2, 4, 8), (key) => 10 * 2 ** Number(key.slice(1)));
  expect(finding?.pearson).toBeCloseTo(1);
  expect(finding?.spearman).toBeCloseTo(1);
});

it('a lesson is a ratio with what is certain of it, and nothing where one network is missing', () => {
  const [everywhere, late] = measured(20, 10);
  expect(lessonFinding('se', everywhere, late)).toEqual({
    lesson: 'se',
    ratio: 2,
    lowest: 18 / 11,
    highest: 22 / 9,
  });
  expect(lessonFinding('se', everywhere, undefined)).toBeUndefined();
});
