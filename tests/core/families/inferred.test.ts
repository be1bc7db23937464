// Settings read back off channels: whatever PP-LCNet builds is found again, and what it cannot build is not.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reductionFrom, squeezedText, widthsFrom } from '../../../src/lib/core/families/inferred.ts';
import { pplcnet } from '../../../src/lib/core/families/pplcnet.ts';
import { makeDivisible } from '../../../src/lib/core/graph/rounding.ts';

const { widths } = pplcnet.defaults;
const channelsAt = (scale: number, of: readonly number[] = widths) =>
  of.map((width) => makeDivisible(width * scale));

test('every published scale is found again', () => {
  for (const scale of pplcnet.scales) expect(widthsFrom(channelsAt(scale))).toEqual({ scale, widths });
});

test('any scale gives one that builds the same channels', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 400 }), (hundredths) => {
      const found = widthsFrom(channelsAt(hundredths / 100));
      expect(channelsAt(found?.scale ?? 0, found?.widths)).toEqual(channelsAt(hundredths / 100));
    }),
    { seed: 2 },
  );
});

test('other channels are widths of their own, in multiples of 8', () => {
  const own = [8, 8, 8, 8, 8, 64];
  expect(widthsFrom(own)).toEqual({ scale: 1, widths: own });
  expect(widthsFrom([12, 8, 8, 16, 24, 48])).toBeUndefined();
});

test('the usual reduction is taken where several fit, and none where none does', () => {
  expect(reductionFrom([])).toBe(pplcnet.defaults.seReduction);
  expect(reductionFrom([[512, 128]])).toBe(4);
  expect(reductionFrom([[8, 1]])).toBe(8);
  expect(reductionFrom([[256, 21]])).toBe(12);
  const odd = [
    [512, 128],
    [256, 32],
  ] as const;
  expect(reductionFrom(odd)).toBeUndefined();
  expect(squeezedText(odd)).toBe('512 to 128, 256 to 32');
});
