// Wilson's interval against published values.
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../../src/lib/core/tradeoff/wilson.ts';

describe('the interval of a counted share', () => {
  // Newcombe 1998 (Statistics in Medicine 17), table I, method 3
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is that of the literature for %i of %i', (successes, trials, low, high) => {
    const found = wilsonInterval(successes, trials);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('is everything where nothing was counted, and never leaves 0 to 1', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
    expect(wilsonInterval(10, 10).high).toBeLessThanOrEqual(1);
  });
});
