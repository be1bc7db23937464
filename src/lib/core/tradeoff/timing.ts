// Timing statistics: median, percentiles, a distribution-free interval of the median, and when to stop measuring.

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** What the interval really covers: at least the level asked for, where the sample is large enough; else less. */
  readonly coverage: number;
}

export interface TimingSummary {
  readonly runs: number;
  readonly medianMs: number;
  readonly p90Ms: number;
  /** 95 % interval of the median. */
  readonly interval: Interval;
}

export const sorted = (values: ArrayLike<number>): Float64Array<ArrayBuffer> =>
  Float64Array.from(values).sort();

/** Quantile by linear interpolation between order statistics (Hyndman and Fan 1996, definition 7). NaN when empty. */
export function quantile(ascending: ArrayLike<number>, fraction: number): number {
  const position = (ascending.length - 1) * fraction;
  const below = ascending[Math.floor(position)] ?? NaN;
  const above = ascending[Math.ceil(position)] ?? NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/** P(Binomial(n, 1/2) ≤ k) for k = 0, 1, 2 …, summed in logarithms so that any n works. */
function* binomialHalfCdf(n: number): Generator<number> {
  let logTerm = -n * Math.LN2;
  let total = 0;
  for (let k = 0; k <= n; k++) {
    total += Math.exp(logTerm);
    yield total;
    logTerm += Math.log((n - k) / (k + 1));
  }
}

/**
 * Interval [x(r), x(n+1−r)] of order statistics that covers the median with probability 1 − 2·P(B(n, ½) ≤ r − 1),
 * whatever the distribution (David and Nagaraja 2003, section 7.1); the narrowest whose coverage reaches `level`.
 * Below six samples none reaches 95 %: the whole range is given, with its smaller coverage.
 */
export function medianInterval(ascending: ArrayLike<number>, level = 0.95): Interval {
  const n = ascending.length;
  let [rank, coverage] = [0, 0];
  for (const tail of binomialHalfCdf(n)) {
    const covered = 1 - 2 * tail;
    if (rank > 0 && (rank >= Math.floor(n / 2) || covered < level)) break;
    [rank, coverage] = [rank + 1, covered];
  }
  return {
    low: ascending[rank - 1] ?? NaN,
    high: ascending[n - rank] ?? NaN,
    coverage: n > 1 ? coverage : 0,
  };
}

export function summarize(samplesMs: ArrayLike<number>): TimingSummary {
  const ascending = sorted(samplesMs);
  return {
    runs: ascending.length,
    medianMs: quantile(ascending, 0.5),
    p90Ms: quantile(ascending, 0.9),
    interval: medianInterval(ascending),
  };
}

/** Whether the interval covers 95 % and lies within ± `precision` (0.03 = 3 %) of the median. */
export function isPrecise({ medianMs, interval }: TimingSummary, precision: number): boolean {
  const { low, high, coverage } = interval;
  return (
    coverage >= 0.95 && medianMs - low <= precision * medianMs && high - medianMs <= precision * medianMs
  );
}
