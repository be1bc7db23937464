// Correlation of two columns of numbers: linear (Pearson) and of ranks (Spearman).
import { midranks } from './ranks.ts';

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Pearson's r, from −1 to 1. NaN for fewer than two pairs and where one column is constant.
 * @param a values of one column; `b` holds the other value of each pair at the same index
 */
export function pearson(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [da, db] = [(a[i] as number) - meanA, (b[i] as number) - meanB];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  const r = ab / Math.sqrt(aa * bb);
  return Math.max(-1, Math.min(1, r));
}

/** Spearman's ρ: Pearson's r of the ranks, equal values sharing the mean of their ranks. */
export const spearman = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  pearson(midranks(a), midranks(b));
