// Histogram bins: equal widths from the smallest to the largest value.
import { quantile, sorted } from './timing.ts';

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const MAX_BINS = 60;

/** Bin width 2·IQR/∛n (Freedman and Diaconis 1981), at most 60 bins. The last bin includes its upper end. */
export function histogram(values: ArrayLike<number>): readonly Bin[] {
  const ascending = sorted(values);
  const n = ascending.length;
  const low = ascending[0];
  const high = ascending[n - 1];
  if (low === undefined || high === undefined) return [];
  const width = (2 * (quantile(ascending, 0.75) - quantile(ascending, 0.25))) / Math.cbrt(n);
  const wanted = Math.ceil((high - low) / width);
  const count = high > low ? Math.min(MAX_BINS, Number.isFinite(wanted) ? wanted : MAX_BINS) : 1;
  const edge = (i: number): number => (i === count ? high : low + ((high - low) * i) / count);
  const counts = new Array<number>(count).fill(0);
  for (const value of ascending) {
    const i = high > low ? Math.min(count - 1, Math.floor(((value - low) / (high - low)) * count)) : 0;
    counts[i] = (counts[i] ?? 0) + 1;
  }
  return counts.map((inBin, i) => ({ from: edge(i), to: edge(i + 1), count: inBin }));
}
