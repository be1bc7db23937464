// Agreement of two complete runs of a field: do the two 95 % intervals of each network overlap?

/** A median with its 95 % interval, in milliseconds. */
export interface Estimated {
  readonly key: string;
  readonly medianMs: number;
  readonly lowMs: number;
  readonly highMs: number;
}

export interface Compared {
  readonly key: string;
  readonly first: Estimated;
  readonly second: Estimated;
  /** Whether the intervals share a point; ends count. */
  readonly overlap: boolean;
  /** Median of the second run over that of the first. */
  readonly ratio: number;
}

export interface Agreement {
  /** Networks of both runs, in the order of the first. */
  readonly compared: readonly Compared[];
  /** Those of them whose intervals do not overlap. */
  readonly disagreeing: readonly Compared[];
  /** Keys of networks that only one run has. */
  readonly missing: readonly string[];
}

/** Overlap is a weak test in one direction: two intervals of 95 % that do not overlap differ at far more than 95 %. */
export function agreement(first: readonly Estimated[], second: readonly Estimated[]): Agreement {
  const others = new Map(second.map((estimated) => [estimated.key, estimated]));
  const known = new Set(first.map(({ key }) => key));
  const compared = first.flatMap((one): readonly Compared[] => {
    const other = others.get(one.key);
    if (!other) return [];
    const overlap = one.lowMs <= other.highMs && other.lowMs <= one.highMs;
    return [{ key: one.key, first: one, second: other, overlap, ratio: other.medianMs / one.medianMs }];
  });
  return {
    compared,
    disagreeing: compared.filter(({ overlap }) => !overlap),
    missing: [
      ...first.filter(({ key }) => !others.has(key)),
      ...second.filter(({ key }) => !known.has(key)),
    ].map(({ key }) => key),
  };
}
